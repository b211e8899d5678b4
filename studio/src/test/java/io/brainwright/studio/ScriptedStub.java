package io.brainwright.studio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hosted model that says what a test wrote, line after line, and keeps what it was asked. */
final class ScriptedStub implements AutoCloseable {
    private final Deque<String> lines = new ArrayDeque<>();
    private final List<JsonNode> asked = new ArrayList<>();
    private final HttpServer server;

    ScriptedStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** What stands in brainwright.yaml. */
    String settings() {
        return """
                brainwright:
                  chat: stub
                  models:
                    stub: {provider: openai, base-url: "http://127.0.0.1:%d/v1", name: stub}
                """.formatted(server.getAddress().getPort());
    }

    /** Its next line calls a tool. */
    synchronized ScriptedStub calls(String tool, String arguments) {
        var delta = JsonMapper.shared().createObjectNode().put("role", "assistant");
        delta.putArray("tool_calls")
                .addObject()
                .put("index", 0)
                .put("id", "call-" + lines.size())
                .put("type", "function")
                .putObject("function")
                .put("name", tool)
                .put("arguments", arguments);
        lines.add(delta.toString());
        return this;
    }

    /** Its next line is said. */
    synchronized ScriptedStub says(String words) {
        lines.add(JsonMapper.shared()
                .createObjectNode()
                .put("role", "assistant")
                .put("content", words)
                .toString());
        return this;
    }

    /** What a tool answered last. */
    synchronized String toolAnswer() {
        var messages = asked.getLast().path("messages");
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).path("role").asString().equals("tool")) {
                return messages.get(i).path("content").asString();
            }
        }
        throw new AssertionError("no tool answered: " + messages);
    }

    /** Names of the tools that it may call. */
    synchronized List<String> tools() {
        return asked.getLast()
                .path("tools")
                .valueStream()
                .map(t -> t.path("function").path("name").asString())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
            var line = next(request);
            boolean calls = line.contains("tool_calls");
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            say(exchange, line, "null");
            say(exchange, "{}", calls ? "\"tool_calls\"" : "\"stop\"");
            exchange.getResponseBody().write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private synchronized String next(JsonNode request) {
        asked.add(request);
        return lines.isEmpty() ? "{\"role\": \"assistant\", \"content\": \"Nothing more to say.\"}" : lines.remove();
    }

    private static void say(HttpExchange exchange, String delta, String finish) throws IOException {
        exchange.getResponseBody()
                .write(
                        "data: {\"id\": \"1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"stub\", \"choices\": [{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}]}\n\n"
                                .formatted(delta, finish)
                                .getBytes(StandardCharsets.UTF_8));
    }
}
