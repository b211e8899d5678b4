package io.brainwright.agents.chat;

import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tool of a conversation: JSON in, a record out.
 *
 * @param definition name, what it does, JSON Schema of its arguments
 * @param reads whether it returns text that others wrote, so that from then on the turn is on its guard
 * @param run what it does
 */
public record OwnTool(ToolDefinition definition, boolean reads, BiFunction<JsonNode, Turn, Object> run)
        implements ToolCallback {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A tool whose arguments are texts; those whose name ends with a question mark may be left away. */
    public static OwnTool of(
            String name, String description, boolean reads, BiFunction<JsonNode, Turn, Object> run, String... texts) {
        var schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (int i = 0; i < texts.length; i += 2) {
            var key = texts[i].replace("?", "");
            properties.putObject(key).put("type", "string").put("description", texts[i + 1]);
            if (!texts[i].endsWith("?")) {
                required.add(key);
            }
        }
        return withSchema(name, description, schema.toString(), reads, run);
    }

    /** The same with a schema of its own. */
    public static OwnTool withSchema(
            String name, String description, String schema, boolean reads, BiFunction<JsonNode, Turn, Object> run) {
        return new OwnTool(
                ToolDefinition.builder()
                        .name(name)
                        .description(description)
                        .inputSchema(schema)
                        .build(),
                reads,
                run);
    }

    @Override
    public ToolDefinition getToolDefinition() {
        return definition;
    }

    @Override
    public String call(String arguments) {
        throw new IllegalStateException("a tool is called within a turn");
    }

    @Override
    public String call(String arguments, @Nullable ToolContext context) {
        var turn = (Turn) Objects.requireNonNull(
                Objects.requireNonNull(context).getContext().get(Turn.KEY), "a tool is called within a turn");
        return call(arguments, turn);
    }

    /** Calls it with a turn at hand. */
    public String call(String arguments, Turn turn) {
        if (reads) {
            turn.readsQuotes();
        }
        return JSON.writeValueAsString(run.apply(tree(arguments), turn));
    }

    private static JsonNode tree(String arguments) {
        try {
            return JSON.readTree(arguments.isBlank() ? "{}" : arguments);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("The arguments are no JSON.", broken);
        }
    }
}
