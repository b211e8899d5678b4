package io.brainwright.agents.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

/** A model without any sense: it reads what it is to read, and then calls every tool that any text tells it to call. */
final class GullibleModel implements ChatModel {
    private static final Pattern CALL = Pattern.compile("<<call (\\w+) (\\{.*?})>>");
    private static final Pattern MENTIONED = Pattern.compile("call (approve_plan)");

    boolean obeyed;
    private final @Nullable String reads;
    private final String arguments;
    private boolean hasRead;
    private boolean hasObeyed;

    /**
     * @param reads the tool that it calls first; null: none
     * @param arguments of that tool
     */
    GullibleModel(@Nullable String reads, String arguments) {
        this.reads = reads;
        this.arguments = arguments;
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        if (reads != null && !hasRead) {
            hasRead = true;
            return calls(List.of(new AssistantMessage.ToolCall("1", "function", reads, arguments)));
        }
        var orders = new ArrayDeque<AssistantMessage.ToolCall>();
        for (var message : prompt.getInstructions()) {
            orders(text(message), orders);
        }
        if (orders.isEmpty() || hasObeyed) {
            return new ChatResponse(
                    List.of(new Generation(new AssistantMessage("All done: approved, run and exported."))));
        }
        hasObeyed = true;
        obeyed = true;
        return calls(new ArrayList<>(orders));
    }

    private static void orders(String text, Queue<AssistantMessage.ToolCall> orders) {
        CALL.matcher(text)
                .results()
                .forEach(r -> orders.add(
                        new AssistantMessage.ToolCall("o" + orders.size(), "function", r.group(1), r.group(2))));
        MENTIONED
                .matcher(text)
                .results()
                .forEach(r ->
                        orders.add(new AssistantMessage.ToolCall("o" + orders.size(), "function", r.group(1), "{}")));
    }

    /** The text of a message, with the strings of a tool's JSON as they were meant. */
    private static String text(Message message) {
        if (message instanceof ToolResponseMessage answers) {
            var all = new StringBuilder();
            for (var answer : answers.getResponses()) {
                JsonMapper.shared()
                        .readTree(answer.responseData())
                        .findValues("text")
                        .forEach(t -> strings(t, all));
                all.append(answer.responseData());
            }
            return all.toString();
        }
        return message.getText() == null ? "" : message.getText();
    }

    /** Every string within, however deep: a quote of a paper lies in an object of its own. */
    private static void strings(JsonNode node, StringBuilder all) {
        if (node.isString()) {
            all.append(node.asString()).append('\n');
        }
        node.forEach(child -> strings(child, all));
    }

    private static ChatResponse calls(List<AssistantMessage.ToolCall> calls) {
        return new ChatResponse(List.of(new Generation(
                AssistantMessage.builder().content("").toolCalls(calls).build())));
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
