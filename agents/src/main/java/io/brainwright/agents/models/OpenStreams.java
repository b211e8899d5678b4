package io.brainwright.agents.models;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import reactor.core.publisher.Mono;

/**
 * Gives each question a client of its own, because the JDK's client leaves the connection of a cancelled stream open; shutting the client
 * down closes it.
 */
final class OpenStreams implements ClientHttpConnector {
    private static final int MOST = 16;

    private final Duration connect;
    private final Duration answer;
    private final Deque<HttpClient> clients = new ArrayDeque<>();

    OpenStreams(Duration connect, Duration answer) {
        this.connect = connect;
        this.answer = answer;
    }

    @Override
    public Mono<ClientHttpResponse> connect(
            HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> request) {
        return Mono.defer(() -> {
            var connector = new JdkClientHttpConnector(opened());
            connector.setReadTimeout(answer);
            return connector.connect(method, uri, request);
        });
    }

    private HttpClient opened() {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .build();
        synchronized (clients) {
            clients.addLast(client);
            if (clients.size() > MOST) {
                clients.removeFirst().shutdown();
            }
        }
        return client;
    }

    /** Closes what is still open; a stream that has ended is not touched by it. */
    void hangUp() {
        synchronized (clients) {
            clients.forEach(HttpClient::shutdownNow);
            clients.clear();
        }
    }
}
