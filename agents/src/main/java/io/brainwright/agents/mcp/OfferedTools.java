package io.brainwright.agents.mcp;

import io.brainwright.agents.chat.CallLog;
import io.brainwright.agents.chat.OwnTool;
import io.brainwright.agents.chat.Turn;
import io.brainwright.neuro.problem.Problem;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Our tools as other programs see them. */
final class OfferedTools {
    private OfferedTools() {}

    static List<SyncToolSpecification> of(PlanOffers offers) {
        return offers.tools().stream().map(t -> offered(t, offers.log())).toList();
    }

    private static SyncToolSpecification offered(OwnTool tool, CallLog log) {
        var definition = tool.definition();
        var description = McpSchema.Tool.builder()
                .name(definition.name())
                .description(definition.description())
                .inputSchema(McpJsonDefaults.getMapper(), definition.inputSchema())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(description)
                .callHandler((_, request) -> logged(tool, request, log))
                .build();
    }

    /** A call that cannot be logged is not answered. */
    private static McpSchema.CallToolResult logged(OwnTool tool, McpSchema.CallToolRequest request, CallLog log) {
        var arguments =
                request.arguments() == null ? "{}" : JsonMapper.shared().writeValueAsString(request.arguments());
        long began = System.nanoTime();
        var answer = fits(tool, request) ? answer(tool, arguments) : unfit(tool);
        try {
            log.tool(
                    "mcp/" + tool.definition().name(),
                    arguments,
                    Boolean.TRUE.equals(answer.isError()) ? "refused" : CallLog.OK,
                    Duration.ofNanos(System.nanoTime() - began));
            return answer;
        } catch (Problem unwritable) {
            return result(unwritable.sentence(), true);
        }
    }

    private static boolean fits(OwnTool tool, McpSchema.CallToolRequest request) {
        Map<String, Object> schema =
                JsonMapper.shared().readValue(tool.definition().inputSchema(), new TypeReference<>() {});
        return McpJsonDefaults.getSchemaValidator()
                .validate(schema, request.arguments() == null ? Map.of() : request.arguments())
                .valid();
    }

    private static McpSchema.CallToolResult unfit(OwnTool tool) {
        return result(
                "The arguments of '%s' do not fit; right is %s."
                        .formatted(tool.definition().name(), tool.definition().inputSchema()),
                true);
    }

    /** Every call stands alone: what another program's model said before is nothing that our scientist said. */
    private static McpSchema.CallToolResult answer(OwnTool tool, String arguments) {
        try {
            return result(tool.call(arguments, new Turn(List.of(""), null)), false);
        } catch (Problem problem) {
            return result(problem.sentence(), true);
        } catch (RuntimeException failure) {
            return result(String.valueOf(failure.getMessage()), true);
        }
    }

    private static McpSchema.CallToolResult result(String text, boolean failed) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(text)
                .isError(failed)
                .build();
    }
}
