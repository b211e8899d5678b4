package io.brainwright.agents.models;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** The messages interface: named server-sent events, content in blocks, tools as blocks of their own. */
public final class AnthropicWire implements Wire {
    @Override
    public String provider() {
        return "anthropic";
    }

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public String keyHeader() {
        return "X-Api-Key";
    }

    @Override
    public String keyPrefix() {
        return "";
    }

    @Override
    public void words(HttpExchange exchange, String... pieces) throws IOException {
        start(exchange);
        block(exchange, 0, "{\"type\": \"text\", \"text\": \"\"}");
        for (var piece : pieces) {
            delta(exchange, 0, "{\"type\": \"text_delta\", \"text\": %s}".formatted(Wire.json(piece)));
        }
        stop(exchange, 0, "end_turn");
    }

    @Override
    public void tool(HttpExchange exchange, String name, String arguments) throws IOException {
        int half = arguments.length() / 2;
        start(exchange);
        block(
                exchange,
                0,
                "{\"type\": \"tool_use\", \"id\": \"toolu_1\", \"name\": \"%s\", \"input\": {}}".formatted(name));
        for (var part : new String[] {arguments.substring(0, half), arguments.substring(half)}) {
            delta(exchange, 0, "{\"type\": \"input_json_delta\", \"partial_json\": %s}".formatted(Wire.json(part)));
        }
        stop(exchange, 0, "tool_use");
    }

    @Override
    public void firstWord(HttpExchange exchange, String word) throws IOException {
        start(exchange);
        block(exchange, 0, "{\"type\": \"text\", \"text\": \"\"}");
        delta(exchange, 0, "{\"type\": \"text_delta\", \"text\": %s}".formatted(Wire.json(word)));
    }

    /** The provider breaks off after it has begun, as it does when it is overloaded. */
    public static void breaksOff(HttpExchange exchange) throws IOException {
        start(exchange);
        event(
                exchange,
                "error",
                "{\"type\": \"error\", \"error\": {\"type\": \"overloaded_error\", \"message\": \"Overloaded\"}}");
    }

    @Override
    public String nothing() {
        return "event: ping\ndata: {\"type\": \"ping\"}\n\n";
    }

    @Override
    public String refusal(String type, String message) {
        return "{\"type\": \"error\", \"error\": {\"type\": \"%s\", \"message\": %s}}"
                .formatted(type, Wire.json(message));
    }

    @Override
    public boolean bringsToolAnswer(JsonNode request, String text) {
        var messages = request.path("messages");
        var block = messages.path(messages.size() - 1).path("content").path(0);
        return block.path("type").asString().equals("tool_result")
                && block.path("tool_use_id").asString().equals("toolu_1")
                && block.toString().contains(text);
    }

    private static void start(HttpExchange exchange) throws IOException {
        Wire.begin(exchange, "text/event-stream");
        event(
                exchange,
                "message_start",
                "{\"type\": \"message_start\", \"message\": {\"id\": \"msg_1\", \"type\": \"message\", \"role\": \"assistant\", \"model\": \"m\", \"content\": [], \"stop_reason\": null, \"stop_sequence\": null, \"usage\": {\"input_tokens\": 100, \"output_tokens\": 1}}}");
    }

    private static void block(HttpExchange exchange, int index, String content) throws IOException {
        event(
                exchange,
                "content_block_start",
                "{\"type\": \"content_block_start\", \"index\": %d, \"content_block\": %s}".formatted(index, content));
    }

    private static void delta(HttpExchange exchange, int index, String delta) throws IOException {
        event(
                exchange,
                "content_block_delta",
                "{\"type\": \"content_block_delta\", \"index\": %d, \"delta\": %s}".formatted(index, delta));
    }

    private static void stop(HttpExchange exchange, int index, String reason) throws IOException {
        event(exchange, "content_block_stop", "{\"type\": \"content_block_stop\", \"index\": %d}".formatted(index));
        event(
                exchange,
                "message_delta",
                "{\"type\": \"message_delta\", \"delta\": {\"stop_reason\": \"%s\", \"stop_sequence\": null}, \"usage\": {\"output_tokens\": 20}}"
                        .formatted(reason));
        event(exchange, "message_stop", "{\"type\": \"message_stop\"}");
    }

    private static void event(HttpExchange exchange, String name, String data) throws IOException {
        Wire.send(exchange, "event: %s\ndata: %s\n\n".formatted(name, data));
    }
}
