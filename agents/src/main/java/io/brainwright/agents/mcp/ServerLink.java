package io.brainwright.agents.mcp;

import io.brainwright.agents.chat.ForeignTools.Foreign;
import io.brainwright.agents.models.ToolServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to one server. A server that does not answer is told of and tried again a little later; it stops nobody's work. */
final class ServerLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);
    private static final Duration REST = Duration.ofSeconds(30);

    private final ToolServer server;
    private @Nullable McpSyncClient client;
    private List<Foreign> tools = List.of();
    private @Nullable String fault;
    private Instant tryAgain = Instant.MIN;

    ServerLink(ToolServer server) {
        this.server = server;
    }

    /** Its tools; none while it does not answer. */
    synchronized List<Foreign> tools() {
        if (client == null && Instant.now().isAfter(tryAgain)) {
            connect();
        }
        return tools;
    }

    synchronized Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    private void connect() {
        McpSyncClient made = null;
        try {
            made = McpClient.sync(transport())
                    .clientInfo(McpSchema.Implementation.builder("brainwright", "0.1.0")
                            .build())
                    .requestTimeout(server.patience())
                    .initializationTimeout(server.patience())
                    .build();
            made.initialize();
            var found = new ArrayList<Foreign>();
            for (var tool : made.listTools().tools()) {
                ForeignTool.of(server, made, tool).ifPresent(found::add);
            }
            tools = List.copyOf(found);
            client = made;
            fault = null;
        } catch (RuntimeException refused) {
            if (made != null) {
                made.close();
            }
            tryAgain = Instant.now().plus(REST);
            fault = "The tool server '%s' does not answer within %d s; its tools are left away."
                    .formatted(server.name(), server.patience().toSeconds());
            LOG.warn(
                    "tool server {} does not answer: {}",
                    server.name(),
                    refused.getClass().getSimpleName());
        }
    }

    private McpClientTransport transport() {
        var url = server.url();
        if (url == null) {
            var parameters = ServerParameters.builder(server.command().getFirst())
                    .args(server.command().subList(1, server.command().size()))
                    .env(server.environment())
                    .build();
            var transport = new StdioClientTransport(parameters, McpJsonDefaults.getMapper());
            transport.setStdErrorHandler(line -> LOG.info("{}: {}", server.name(), line));
            return transport;
        }
        var at = URI.create(url);
        return HttpClientStreamableHttpTransport.builder(
                        url.substring(0, url.length() - at.getRawPath().length()))
                .endpoint(at.getRawPath().isEmpty() ? "/mcp" : at.getRawPath())
                .jsonMapper(McpJsonDefaults.getMapper())
                .connectTimeout(server.patience())
                .build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
