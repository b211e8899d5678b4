package io.brainwright.agents.models;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server of the Model Context Protocol that the scientist named; its tools are for experts whose file allows them.
 *
 * @param name prefix of its tools: "lab" for "lab__read_trace"
 * @param url where it answers over streamable HTTP; null where it is a program
 * @param command program with its arguments, spoken to over its standard input and output; empty where it has a URL
 * @param environment further environment of the program
 * @param patience longest wait for one answer
 */
public record ToolServer(
        String name, @Nullable String url, List<String> command, Map<String, String> environment, Duration patience) {
    public ToolServer {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which may hold keys. */
    @Override
    public String toString() {
        return name + (url == null ? " " + command : " at " + url);
    }
}
