package io.brainwright.agents.chat;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Runs one tool call of a chat model. Whatever goes wrong becomes words for the model; a tool that does not return is left behind. */
final class ToolRun {
    private static final String REFUSED = "{\"outcome\":\"refused\"";

    private final Duration longest;
    private final CallLog log;

    ToolRun(Duration longest, CallLog log) {
        this.longest = longest;
        this.log = log;
    }

    /** What the tool answers, or why it does not; the call is logged either way. */
    String answer(AssistantMessage.ToolCall call, List<ToolCallback> attached, Turn turn) {
        long began = System.nanoTime();
        var answer = answered(call, attached, turn);
        log.tool(
                printable(call.name()),
                call.arguments(),
                answer.startsWith(REFUSED) ? "refused" : CallLog.OK,
                Duration.ofNanos(System.nanoTime() - began));
        return answer;
    }

    private String answered(AssistantMessage.ToolCall call, List<ToolCallback> attached, Turn turn) {
        var tool = attached.stream()
                .filter(t -> t.getToolDefinition().name().equals(call.name()))
                .findFirst();
        if (tool.isEmpty()) {
            turn.notice("The chat model asked for the tool '%s', which it does not have; nothing was done by it."
                    .formatted(printable(call.name())));
            return failed("There is no tool '%s' here. There are: %s."
                    .formatted(
                            call.name(),
                            String.join(
                                    ", ",
                                    attached.stream()
                                            .map(t -> t.getToolDefinition().name())
                                            .toList())));
        }
        if (!isObject(call.arguments()) && call.name().equals(ProposeTool.NAME)) {
            return inTime(tool.get(), ProposeTool.malformed(call.arguments()), turn);
        }
        if (!isObject(call.arguments())) {
            return failed("The arguments of '%s' are no JSON object; right is %s."
                    .formatted(call.name(), tool.get().getToolDefinition().inputSchema()));
        }
        return inTime(tool.get(), call.arguments(), turn);
    }

    private String inTime(ToolCallback tool, String arguments, Turn turn) {
        var task = new FutureTask<>(() -> tool.call(arguments, new ToolContext(Map.of(Turn.KEY, turn))));
        var name = tool.getToolDefinition().name();
        Thread.ofVirtual().name("tool " + name).start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            var words = "The tool '%s' gave no answer within %s s and was left behind."
                    .formatted(name, longest.toMillis() / 1e3);
            turn.notice(words);
            return failed(words);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Problem(
                    Kind.CANCELLED, "CHAT_CANCELLED", "The question was cancelled.", "Nothing was done.", Map.of());
        } catch (ExecutionException broken) {
            return failed(told(broken.getCause() == null ? broken : broken.getCause()));
        }
    }

    private static String told(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem.sentence();
            case StatusRuntimeException refused ->
                GrpcProblems.fromGrpc(refused).sentence();
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static String failed(String why) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("outcome", "refused")
                .put("text", why)
                .toString();
    }

    private static boolean isObject(String arguments) {
        try {
            return arguments.isBlank()
                    || JsonMapper.shared().readTree(arguments).isObject();
        } catch (JacksonException broken) {
            return false;
        }
    }

    static String printable(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}_. -]", "?");
        return plain.length() > 64 ? plain.substring(0, 64) + "..." : plain;
    }
}
