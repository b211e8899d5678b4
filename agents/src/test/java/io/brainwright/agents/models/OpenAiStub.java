package io.brainwright.agents.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks the providers' protocols as far as a conversation needs it, and answers what a test wrote. */
public final class OpenAiStub implements AutoCloseable {
    /** One answer. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    public final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    public final List<String> keys = new CopyOnWriteArrayList<>();
    /** Is counted down when a client has gone while an answer was being written. */
    public final CountDownLatch clientGone = new CountDownLatch(1);

    private final HttpServer server;

    /** Replies in order; the last one is repeated. */
    public OpenAiStub(Reply... replies) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            try (exchange) {
                replies[Math.min(asked.size(), replies.length) - 1].to(exchange);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Words, streamed in pieces, then the tokens that they cost. */
    public static Reply words(String... pieces) {
        return exchange -> {
            begin(exchange);
            for (var piece : pieces) {
                event(
                        exchange,
                        "{\"role\": \"assistant\", \"content\": %s}"
                                .formatted(JsonMapper.shared().writeValueAsString(piece)),
                        "null");
            }
            event(exchange, "{}", "\"stop\"");
            end(exchange);
        };
    }

    /** A tool call whose arguments come in two pieces. */
    public static Reply tool(String name, String arguments) {
        int half = arguments.length() / 2;
        return exchange -> {
            begin(exchange);
            event(
                    exchange,
                    """
                    {"role": "assistant", "content": null, "tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": {"name": "%s", "arguments": %s}}]}""".formatted(name, JsonMapper.shared().writeValueAsString(arguments.substring(0, half))),
                    "null");
            event(exchange, """
                    {"tool_calls": [{"index": 0, "function": {"arguments": %s}}]}""".formatted(JsonMapper.shared().writeValueAsString(arguments.substring(half))), "null");
            event(exchange, "{}", "\"tool_calls\"");
            end(exchange);
        };
    }

    /** A refusal; the body tells the key that was sent, as some servers do. */
    public static Reply status(int status) {
        return exchange -> {
            var key = exchange.getRequestHeaders().getFirst("Authorization");
            var body = "{\"error\": {\"message\": \"no, %s\", \"type\": \"x\", \"code\": \"x\"}}"
                    .formatted(key)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Begins to answer and never ends, until the client goes. */
    public Reply stalled() {
        return exchange -> {
            begin(exchange);
            event(exchange, "{\"role\": \"assistant\", \"content\": \"well\"}", "null");
            try {
                while (true) {
                    TimeUnit.MILLISECONDS.sleep(20);
                    exchange.getResponseBody().write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
            } catch (IOException gone) {
                clientGone.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
    }

    private static void event(HttpExchange exchange, String delta, String finish) throws IOException {
        var data =
                "data: {\"id\": \"1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"m\", \"choices\": [{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}]}\n\n"
                        .formatted(delta, finish);
        exchange.getResponseBody().write(data.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void end(HttpExchange exchange) throws IOException {
        var data =
                "data: {\"id\": \"1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"m\", \"choices\": [], \"usage\": {\"prompt_tokens\": 100, \"completion_tokens\": 20, \"total_tokens\": 120}}\n\ndata: [DONE]\n\n";
        exchange.getResponseBody().write(data.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
