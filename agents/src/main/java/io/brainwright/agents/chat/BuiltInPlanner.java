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
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A chat model without a network: hands the scientist's words to {@code propose_plan} and tells what the tool answered. The same words
 * give the same answer.
 */
public final class BuiltInPlanner implements ChatModel {
    private static final String TOOL = ProposeTool.NAME;
    private static final String WITHOUT_TOOL =
            "Here I can only talk, and without a chat model I have little to say. Ask without calling this expert, or let it use "
                    + "propose_plan: then I turn a request such as \"Take 300 neurons from a 150 um wide column of rat S1HL, stimulate "
                    + "layer 4 at 50 ms and show me the activity for 200 ms\" into a plan for your approval.";

    @Override
    public ChatResponse call(Prompt prompt) {
        var last = prompt.getInstructions().getLast();
        AssistantMessage answer;
        if (last instanceof ToolResponseMessage tool) {
            answer = new AssistantMessage(told(tool.getResponses().getLast().responseData()));
        } else if (hasTool(prompt)) {
            answer = propose(Objects.requireNonNullElse(prompt.getUserMessage().getText(), ""));
        } else {
            answer = new AssistantMessage(WITHOUT_TOOL);
        }
        return new ChatResponse(List.of(new Generation(answer)));
    }

    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> Flux.just(call(prompt)));
    }

    /** Tools reach a model only through options of this type. */
    @Override
    public ChatOptions getOptions() {
        return ToolCallingChatOptions.builder().build();
    }

    private static boolean hasTool(Prompt prompt) {
        return prompt.getOptions() instanceof ToolCallingChatOptions options
                && options.getToolCallbacks() != null
                && options.getToolCallbacks().stream()
                        .anyMatch(t -> t.getToolDefinition().name().equals(TOOL));
    }

    private static AssistantMessage propose(String words) {
        var arguments = JsonNodeFactory.instance.objectNode().put("words", words);
        var call = new AssistantMessage.ToolCall("plan-1", "function", TOOL, arguments.toString());
        return AssistantMessage.builder().content("").toolCalls(List.of(call)).build();
    }

    /** The text of the tool's answer, and what the experts say; a tool that failed answers with plain words instead of JSON. */
    private static String told(String response) {
        try {
            return told(JsonMapper.shared().readTree(response), response);
        } catch (JacksonException plainWords) {
            return response;
        }
    }

    private static String told(JsonNode answer, String response) {
        if (!answer.path("text").isString()) {
            return response;
        }
        var text = new StringBuilder(answer.path("text").asString().stripTrailing());
        if (!answer.path("review").isEmpty()) {
            text.append("\n\nTHE EXPERTS SAY");
            answer.path("review").forEach(line -> text.append("\n  ").append(line.asString()));
        }
        return text.toString();
    }
}
