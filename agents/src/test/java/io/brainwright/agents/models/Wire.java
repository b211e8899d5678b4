package io.brainwright.agents.models;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider's protocol as far as a conversation needs it: 100 tokens read and 20 written, whatever is answered. */
public interface Wire {
    /** As {@code brainwright.yaml} calls the provider. */
    String provider();

    /** What follows the address in {@code base-url}. */
    default String base() {
        return "";
    }

    /** Where a question goes. */
    String path();

    /** Header that holds the key. */
    default String keyHeader() {
        return "Authorization";
    }

    /** What stands before the key in its header. */
    default String keyPrefix() {
        return "Bearer ";
    }

    /** Words in pieces, then the end. */
    void words(HttpExchange exchange, String... pieces) throws IOException;

    /** One tool call; its arguments come in pieces where the protocol knows pieces. */
    void tool(HttpExchange exchange, String name, String arguments) throws IOException;

    /** The beginning of an answer with one word; whatever follows keeps the connection alive. */
    void firstWord(HttpExchange exchange, String word) throws IOException;

    /** What keeps a connection alive without saying anything. */
    String nothing();

    /** Body of a refusal. */
    String refusal(String type, String message);

    /** Whether a request brings the answer of a tool that holds some text. */
    boolean bringsToolAnswer(JsonNode request, String text);

    /** Writes a piece of the answer at once. */
    static void send(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    /** Begins an answer that comes in pieces. */
    static void begin(HttpExchange exchange, String type) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
    }

    /** Text as JSON. */
    static String json(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
