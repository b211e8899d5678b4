package io.brainwright.agents.models;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** The chat interface of Ollama: one JSON document a line; a tool call comes whole. */
public final class OllamaWire implements Wire {
    @Override
    public String provider() {
        return "ollama";
    }

    @Override
    public String path() {
        return "/api/chat";
    }

    @Override
    public void words(HttpExchange exchange, String... pieces) throws IOException {
        Wire.begin(exchange, "application/x-ndjson");
        for (var piece : pieces) {
            line(exchange, "{\"role\": \"assistant\", \"content\": %s}".formatted(Wire.json(piece)));
        }
        end(exchange);
    }

    @Override
    public void tool(HttpExchange exchange, String name, String arguments) throws IOException {
        Wire.begin(exchange, "application/x-ndjson");
        line(
                exchange,
                "{\"role\": \"assistant\", \"content\": \"\", \"tool_calls\": [{\"function\": {\"name\": \"%s\", \"arguments\": %s}}]}"
                        .formatted(name, arguments));
        end(exchange);
    }

    @Override
    public void firstWord(HttpExchange exchange, String word) throws IOException {
        Wire.begin(exchange, "application/x-ndjson");
        line(exchange, "{\"role\": \"assistant\", \"content\": %s}".formatted(Wire.json(word)));
    }

    @Override
    public String nothing() {
        return "\n";
    }

    @Override
    public String refusal(String type, String message) {
        return "{\"error\": %s}".formatted(Wire.json(message));
    }

    @Override
    public boolean bringsToolAnswer(JsonNode request, String text) {
        var messages = request.path("messages");
        var last = messages.path(messages.size() - 1);
        return last.path("role").asString().equals("tool")
                && last.path("content").asString().contains(text);
    }

    private static void line(HttpExchange exchange, String message) throws IOException {
        Wire.send(
                exchange,
                "{\"model\": \"m\", \"created_at\": \"2025-01-01T00:00:00Z\", \"message\": %s, \"done\": false}\n"
                        .formatted(message));
    }

    private static void end(HttpExchange exchange) throws IOException {
        Wire.send(
                exchange,
                "{\"model\": \"m\", \"created_at\": \"2025-01-01T00:00:01Z\", \"message\": {\"role\": \"assistant\", \"content\": \"\"}, \"done_reason\": \"stop\", \"done\": true, \"total_duration\": 5, \"load_duration\": 1, \"prompt_eval_count\": 100, \"prompt_eval_duration\": 2, \"eval_count\": 20, \"eval_duration\": 2}\n");
    }
}
