package io.brainwright.studio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Speaks OpenAI's protocol: says a first word, and the rest only when it is told to. */
final class TalkingStub implements AutoCloseable {
    static final String FIRST = "Dendrites";
    static final String REST = " gather what axons bring.";

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final HttpServer server;

    TalkingStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
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

    void goOn() {
        goOn.countDown();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            say(exchange, "{\"role\": \"assistant\", \"content\": \"" + FIRST + "\"}", "null");
            goOn.await();
            say(exchange, "{\"content\": \"" + REST + "\"}", "null");
            say(exchange, "{}", "\"stop\"");
            exchange.getResponseBody().write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, String delta, String finish) throws IOException {
        exchange.getResponseBody()
                .write(
                        "data: {\"id\": \"1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"stub\", \"choices\": [{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}]}\n\n"
                                .formatted(delta, finish)
                                .getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }
}
