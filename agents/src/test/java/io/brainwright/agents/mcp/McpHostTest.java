package io.brainwright.agents.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.chat.CallLog;
import io.brainwright.agents.chat.QuerySample;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.experts.PlanSample;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.Problem;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpHostTest {
    @TempDir
    Path workspace;

    @Test
    void anotherProgramLooksAndProposesOverHttp() throws IOException {
        try (var services = new QuerySample("A paper.");
                var host = McpHost.onPort(0, offers(services, workspace));
                var client = client(host)) {
            talksAsAgreed(client);
        }
    }

    @Test
    void anotherProgramLooksAndProposesOverStandardInputAndOutput() {
        var parameters = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString())
                .args(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StdioHost.class.getName(),
                        workspace.toString())
                .build();
        try (var client = McpClient.sync(new StdioClientTransport(parameters, McpJsonDefaults.getMapper()))
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .build()) {
            talksAsAgreed(client);
        }
    }

    @Test
    void aPageOfAnotherHostIsRefused() throws Exception {
        try (var services = new QuerySample("A paper.");
                var host = McpHost.onPort(0, offers(services, workspace));
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(host.url()))
                    .header("Origin", "http://evil.example")
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();

            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void nothingListensOutsideTheLoopbackInterface() throws IOException {
        try (var services = new QuerySample("A paper.");
                var host = McpHost.onPort(0, offers(services, workspace))) {
            int port = URI.create(host.url()).getPort();
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                    .forEach(a -> assertThatThrownBy(() -> connect(a, port)).isInstanceOf(IOException.class));
        }
    }

    @Test
    void aTakenPortIsTold() throws IOException {
        try (var services = new QuerySample("A paper.");
                var host = McpHost.onPort(0, offers(services, workspace))) {
            int port = URI.create(host.url()).getPort();

            assertThatThrownBy(() -> McpHost.onPort(port, offers(services, workspace)))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.sentence()).contains(String.valueOf(port), "--port"));
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        new Socket(address, port).close();
    }

    private static void talksAsAgreed(McpSyncClient client) {
        client.initialize();

        assertThat(client.listTools().tools())
                .extracting(McpSchema.Tool::name)
                .containsExactlyInAnyOrder(
                        "list_regions",
                        "describe_region",
                        "search_library",
                        "infer_recipe",
                        "list_notebook",
                        "show_notebook",
                        "list_datasets",
                        "plan.propose",
                        "plan.estimate")
                .noneMatch(n -> n.matches(".*(approve|run|export|write|delete|import|release).*"));
        assertThat(call(client, "describe_region", Map.of("region", "S1HL"))
                        .content()
                        .toString())
                .contains("hindlimb");
        assertThat(call(client, "plan.propose", Map.of("words", "warm it to 45 degC"))
                        .content()
                        .toString())
                .contains("A plan.", "hash", "electrophysiologist: sim.run.temperature_degC is 45");
        assertThat(call(client, "plan.propose", Map.of()).isError()).isTrue();
        assertThat(call(client, "describe_region", Map.of("region", "V1")).isError())
                .isTrue();
    }

    private static McpSchema.CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static McpSyncClient client(McpHost host) {
        var url = host.url();
        return McpClient.sync(HttpClientStreamableHttpTransport.builder(url.replace("/mcp", ""))
                        .endpoint("/mcp")
                        .jsonMapper(McpJsonDefaults.getMapper())
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .build();
    }

    static PlanOffers offers(QuerySample services, Path workspace) {
        return new PlanOffers(
                services.tools(workspace).all(),
                _ -> new Proposal.Ready(
                        PlanSample.of("sim.run", "{\"temperature_degC\": 45}", "[]"), List.of(), "A plan."),
                Experts.of(workspace.resolve("agents")),
                CallLog.NOWHERE);
    }
}
