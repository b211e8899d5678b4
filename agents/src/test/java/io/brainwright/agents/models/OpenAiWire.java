package io.brainwright.agents.models;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Chat completions with server-sent events. */
public final class OpenAiWire implements Wire {
    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public String base() {
        return "/v1";
    }

    @Override
    public String path() {
        return "/v1/chat/completions";
    }

    @Override
    public void words(HttpExchange exchange, String... pieces) throws IOException {
        Wire.begin(exchange, "text/event-stream");
        for (var piece : pieces) {
            event(exchange, "{\"role\": \"assistant\", \"content\": %s}".formatted(Wire.json(piece)), "null");
        }
        event(exchange, "{}", "\"stop\"");
        end(exchange);
    }

    @Override
    public void tool(HttpExchange exchange, String name, String arguments) throws IOException {
        int half = arguments.length() / 2;
        Wire.begin(exchange, "text/event-stream");
        event(exchange, """
                {"role": "assistant", "content": null, "tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": {"name": "%s", "arguments": %s}}]}""".formatted(name, Wire.json(arguments.substring(0, half))), "null");
        event(exchange, """
                {"tool_calls": [{"index": 0, "function": {"arguments": %s}}]}""".formatted(Wire.json(arguments.substring(half))), "null");
        event(exchange, "{}", "\"tool_calls\"");
        end(exchange);
    }

    @Override
    public void firstWord(HttpExchange exchange, String word) throws IOException {
        Wire.begin(exchange, "text/event-stream");
        event(exchange, "{\"role\": \"assistant\", \"content\": %s}".formatted(Wire.json(word)), "null");
    }

    @Override
    public String nothing() {
        return ": still here\n\n";
    }

    @Override
    public String refusal(String type, String message) {
        return "{\"error\": {\"message\": %s, \"type\": \"%s\", \"code\": \"x\"}}".formatted(Wire.json(message), type);
    }

    @Override
    public boolean bringsToolAnswer(JsonNode request, String text) {
        var messages = request.path("messages");
        var last = messages.path(messages.size() - 1);
        return last.path("role").asString().equals("tool")
                && last.path("tool_call_id").asString().equals("call_1")
                && last.toString().contains(text);
    }

    private static void event(HttpExchange exchange, String delta, String finish) throws IOException {
        Wire.send(
                exchange,
                "data: {\"id\": \"1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"m\", \"choices\": [{\"index\": 0, \"delta\": %s, \"finish_reason\": %s}]}\n\n"
                        .formatted(delta, finish));
    }

    private static void end(HttpExchange exchange) throws IOException {
        Wire.send(
                exchange,
                "data: {\"id\": \"1\", \"object\": \"chat.completion.chunk\", \"created\": 1, \"model\": \"m\", \"choices\": [], \"usage\": {\"prompt_tokens\": 100, \"completion_tokens\": 20, \"total_tokens\": 120}}\n\ndata: [DONE]\n\n");
    }
}
