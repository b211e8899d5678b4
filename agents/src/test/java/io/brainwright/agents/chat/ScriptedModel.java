package io.brainwright.agents.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;

/** A chat model that says what a test wrote, and keeps what it was told; its last line is repeated for ever. */
final class ScriptedModel implements ChatModel {
    final List<Prompt> prompts = new ArrayList<>();
    private final List<AssistantMessage> lines;

    /** What it was told last in the given call: the answer of a tool. */
    String toolAnswer(int call) {
        var last = (org.springframework.ai.chat.messages.ToolResponseMessage)
                prompts.get(call).getInstructions().getLast();
        return last.getResponses().getFirst().responseData();
    }

    /** Names of the tools that it had in the given call. */
    List<String> tools(int call) {
        return prompts.get(call).getOptions() instanceof ToolCallingChatOptions options
                ? Objects.requireNonNull(options.getToolCallbacks()).stream()
                        .map(t -> t.getToolDefinition().name())
                        .toList()
                : List.of();
    }

    ScriptedModel(AssistantMessage... lines) {
        this.lines = List.of(lines);
    }

    static AssistantMessage says(String text) {
        return new AssistantMessage(text);
    }

    static AssistantMessage calls(String tool, String arguments) {
        return AssistantMessage.builder()
                .content("")
                .toolCalls(List.of(new AssistantMessage.ToolCall("1", "function", tool, arguments)))
                .build();
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        prompts.add(prompt);
        return new ChatResponse(List.of(new Generation(lines.get(Math.min(prompts.size(), lines.size()) - 1))));
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
