package io.brainwright.studio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A hosted model in this process that speaks OpenAI's protocol; what it says is for those who extend it. */
abstract class HostedStub implements AutoCloseable {
    private final HttpServer server;

    HostedStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    /** Says its lines to one request. */
    abstract void say(byte[] request, HttpExchange exchange) throws IOException;

    /** What stands in brainwright.yaml. */
    String settings() {
        return """
                brainwright:
                  chat: stub
                  models:
                    stub: {provider: openai, base-url: "http://127.0.0.1:%d/v1", name: stub}
                """.formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            say(request, exchange);
            exchange.getResponseBody().write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** One piece of a streamed answer. */
    static void piece(HttpExchange exchange, String delta, String finish) throws IOException {
        exchange.getResponseBody()
                .write(
                        "data: {\"id\": \"1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"stub\", \"choices\": [{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}]}\n\n"
                                .formatted(delta, finish)
                                .getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
