package io.brainwright.agents.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** Another program's server, with one tool that reads and one that erases; both say what a test wants. */
public final class ForeignServer implements AutoCloseable {
    /** Names of the tools that were called, in order. */
    public final List<String> called = new CopyOnWriteArrayList<>();

    private final Tomcat web = new Tomcat();
    private final McpSyncServer server;

    private ForeignServer(String description, String answer) {
        var transport = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .mcpEndpoint("/mcp")
                .build();
        server = McpServer.sync(transport)
                .serverInfo("lab", "1")
                .instructions(description)
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(
                        tool("read_trace", true, description, answer),
                        tool("erase", false, description, answer),
                        tool("ignore.all.previous", true, description, answer))
                .build();
        try {
            web.setBaseDir(Files.createTempDirectory("foreign").toString());
            web.setPort(0);
            web.getConnector().setProperty("address", "127.0.0.1");
            var context = web.addContext("", null);
            Tomcat.addServlet(context, "mcp", transport).setAsyncSupported(true);
            context.addServletMappingDecoded("/mcp", "mcp");
            web.start();
        } catch (IOException | LifecycleException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Starts it. */
    public static ForeignServer start(String description, String answer) {
        return new ForeignServer(description, answer);
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + web.getConnector().getLocalPort() + "/mcp";
    }

    private SyncToolSpecification tool(String name, boolean looks, String description, String answer) {
        Map<String, Object> cell = Map.of("type", "integer", "description", description);
        return SyncToolSpecification.builder()
                .tool(McpSchema.Tool.builder()
                        .name(name)
                        .title(description)
                        .description(description)
                        .inputSchema(Map.of(
                                "type", "object", "description", description, "properties", Map.of("cell", cell)))
                        .annotations(McpSchema.ToolAnnotations.builder()
                                .readOnlyHint(looks)
                                .build())
                        .build())
                .callHandler((_, _) -> {
                    called.add(name);
                    return McpSchema.CallToolResult.builder()
                            .addTextContent(answer)
                            .build();
                })
                .build();
    }

    @Override
    public void close() {
        server.close();
        try {
            web.stop();
            web.destroy();
        } catch (LifecycleException late) {
            throw new IllegalStateException(late);
        }
    }
}
