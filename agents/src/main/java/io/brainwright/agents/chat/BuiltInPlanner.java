package io.brainwright.agents.chat;

import java.util.List;
import java.util.Objects;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import tools.jackson.databind.node.JsonNodeFactory;

/** A chat model without a network: hands the scientist's words to {@code propose_plan} and repeats what the tool answers. */
public final class BuiltInPlanner implements ChatModel {
    @Override
    public ChatResponse call(Prompt prompt) {
        var last = prompt.getInstructions().getLast();
        var answer = last instanceof ToolResponseMessage tool
                ? new AssistantMessage(tool.getResponses().getLast().responseData())
                : propose(Objects.requireNonNull(prompt.getUserMessage().getText(), "a request has words"));
        return new ChatResponse(List.of(new Generation(answer)));
    }

    /** Tool callbacks reach a model only through options of this type. */
    @Override
    public ChatOptions getOptions() {
        return ToolCallingChatOptions.builder().build();
    }

    private static AssistantMessage propose(String words) {
        var arguments = JsonNodeFactory.instance.objectNode().put("request", words);
        var call = new AssistantMessage.ToolCall("plan-1", "function", "propose_plan", arguments.toString());
        return AssistantMessage.builder().content("").toolCalls(List.of(call)).build();
    }
}
