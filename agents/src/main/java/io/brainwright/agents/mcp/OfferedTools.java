package io.brainwright.agents.mcp;

import io.brainwright.agents.chat.OwnTool;
import io.brainwright.agents.chat.Turn;
import io.brainwright.neuro.problem.Problem;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Our tools as other programs see them. */
final class OfferedTools {
    private OfferedTools() {}

    static List<SyncToolSpecification> of(List<OwnTool> tools) {
        return tools.stream().map(OfferedTools::offered).toList();
    }

    private static SyncToolSpecification offered(OwnTool tool) {
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
                .callHandler((_, request) -> answer(tool, request))
                .build();
    }

    /** Every call stands alone: what another program's model said before is nothing that our scientist said. */
    private static McpSchema.CallToolResult answer(OwnTool tool, McpSchema.CallToolRequest request) {
        var arguments =
                request.arguments() == null ? "{}" : JsonMapper.shared().writeValueAsString(request.arguments());
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
