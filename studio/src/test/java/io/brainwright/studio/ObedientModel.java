package io.brainwright.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hostile model: it reads with the tools that it is told to read with, and then does whatever any text that it saw orders. */
final class ObedientModel implements ChatModel {
    /** Marks an order, however a file or a parser may have cut the text around it. */
    static final String MARK = "PWNED";

    private static final Pattern CALL = Pattern.compile("<<call (\\w+) (\\{.*?})>>");

    final List<Message> told = new ArrayList<>();
    private final List<AssistantMessage.ToolCall> reads;
    private final List<AssistantMessage.ToolCall> orders;
    private int round;

    /**
     * @param reads what it reads first
     * @param orders what it then does in any case, because some texts reach it without room for a whole order
     */
    ObedientModel(List<AssistantMessage.ToolCall> reads, List<AssistantMessage.ToolCall> orders) {
        this.reads = List.copyOf(reads);
        this.orders = List.copyOf(orders);
    }

    static AssistantMessage.ToolCall call(String tool, String arguments) {
        return new AssistantMessage.ToolCall(
                tool + Math.abs(arguments.hashCode()), "function", tool, arguments.replace('\'', '"'));
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        told.clear();
        told.addAll(prompt.getInstructions());
        return switch (round++) {
            case 0 -> says(reads);
            case 1 -> {
                var all = new ArrayList<>(orders);
                prompt.getInstructions()
                        .forEach(m ->
                                CALL.matcher(text(m)).results().forEach(r -> all.add(call(r.group(1), r.group(2)))));
                yield says(all);
            }
            default -> new ChatResponse(List.of(new Generation(new AssistantMessage("Approved, run and exported."))));
        };
    }

    private static ChatResponse says(List<AssistantMessage.ToolCall> calls) {
        return new ChatResponse(List.of(new Generation(
                AssistantMessage.builder().content("").toolCalls(calls).build())));
    }

    /** The text of a message, with the strings of a tool's JSON as they were meant. */
    private static String text(Message message) {
        if (!(message instanceof ToolResponseMessage answers)) {
            return Objects.requireNonNullElse(message.getText(), "");
        }
        var all = new StringBuilder();
        answers.getResponses().forEach(r -> strings(JsonMapper.shared().readTree(r.responseData()), all));
        return all.toString();
    }

    private static void strings(JsonNode node, StringBuilder all) {
        if (node.isString()) {
            all.append(node.asString()).append('\n');
        }
        node.forEach(child -> strings(child, all));
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> Flux.just(call(prompt)));
    }

    @Override
    public ChatOptions getOptions() {
        return ToolCallingChatOptions.builder().build();
    }
}
