package io.brainwright.studio;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hosted model that says what a test wrote, line after line, and keeps what it was asked. */
final class ScriptedStub extends HostedStub {
    private final Deque<String> lines = new ArrayDeque<>();
    private final List<JsonNode> asked = new ArrayList<>();

    ScriptedStub() throws IOException {
        super();
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
    void say(byte[] request, HttpExchange exchange) throws IOException {
        var line = next(JsonMapper.shared().readTree(request));
        piece(exchange, line, "null");
        piece(exchange, "{}", line.contains("tool_calls") ? "\"tool_calls\"" : "\"stop\"");
    }

    private synchronized String next(JsonNode request) {
        asked.add(request);
        return lines.isEmpty() ? "{\"role\": \"assistant\", \"content\": \"Nothing more to say.\"}" : lines.remove();
    }
}
