package io.brainwright.agents.local;

import java.util.List;
import java.util.Optional;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tool that an answer is held to.
 *
 * @param name of the tool
 * @param schema JSON Schema of its arguments, with a plan as the only way
 */
record HeldTool(String name, String schema) {
    private static final String PROPOSE = "propose_plan";

    /** The proposing tool, as long as it is attached and gave no good answer. */
    static Optional<HeldTool> of(Prompt prompt) {
        var last = prompt.getInstructions().getLast();
        boolean answered = last.getMessageType() == MessageType.TOOL
                && last instanceof ToolResponseMessage message
                && !message.getResponses().getLast().responseData().contains("\"refused\"");
        if (answered
                || !(prompt.getOptions() instanceof ToolCallingChatOptions options)
                || options.getToolCallbacks() == null) {
            return Optional.empty();
        }
        return options.getToolCallbacks().stream()
                .filter(tool -> tool.getToolDefinition().name().equals(PROPOSE))
                .findFirst()
                .map(tool ->
                        new HeldTool(PROPOSE, plans(tool.getToolDefinition().inputSchema())));
    }

    private static String plans(String schema) {
        var tree = (ObjectNode) JsonMapper.shared().readTree(schema);
        ((ObjectNode) tree.path("properties")).remove("words");
        var plan = (ObjectNode) tree.path("properties").path("plan");
        ((ObjectNode) plan.path("properties")).remove(List.of("criterion", "variants"));
        ((ObjectNode) plan.path("properties").path("steps")).put("maxItems", 1);
        tree.putArray("required").add("plan");
        return tree.toString();
    }

    AssistantMessage call(String arguments) {
        return AssistantMessage.builder()
                .content("")
                .toolCalls(List.of(new AssistantMessage.ToolCall("local-1", "function", name, arguments)))
                .build();
    }
}
