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

/** A server that speaks a provider's protocol and answers what a test wrote. */
public final class ProviderStub implements AutoCloseable {
    /** One answer. */
    @FunctionalInterface
    public interface Reply {
        void to(ProviderStub server, HttpExchange exchange) throws IOException;
    }

    public final Wire wire;
    public final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    public final List<String> paths = new CopyOnWriteArrayList<>();
    public final List<String> keys = new CopyOnWriteArrayList<>();
    /** Is counted down when a client has gone while an answer was being written. */
    public final CountDownLatch clientGone = new CountDownLatch(1);

    private final HttpServer server;

    /** Replies in order; the last one is repeated. */
    public ProviderStub(Wire wire, Reply... replies) {
        this.wire = wire;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            asked.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            paths.add(exchange.getRequestURI().getPath());
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst(wire.keyHeader())));
            try (exchange) {
                replies[Math.min(asked.size(), replies.length) - 1].to(this, exchange);
            }
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Words, streamed in pieces, then the tokens that they cost. */
    public static Reply words(String... pieces) {
        return (stub, exchange) -> stub.wire.words(exchange, pieces);
    }

    /** A tool call. */
    public static Reply tool(String name, String arguments) {
        return (stub, exchange) -> stub.wire.tool(exchange, name, arguments);
    }

    /** A refusal; the body tells the key that was sent, as some servers do. */
    public static Reply status(int status) {
        return (stub, exchange) -> {
            var key = exchange.getRequestHeaders().getFirst(stub.wire.keyHeader());
            var body = stub.wire.refusal("refused_error", "no, " + key).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Begins to answer and never ends, until the client goes. */
    public static Reply stalled() {
        return (stub, exchange) -> {
            stub.wire.firstWord(exchange, "well");
            try {
                while (true) {
                    TimeUnit.MILLISECONDS.sleep(20);
                    Wire.send(exchange, stub.wire.nothing());
                }
            } catch (IOException gone) {
                stub.clientGone.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
