package io.brainwright.agents.mcp;

import io.brainwright.agents.chat.QuerySample;
import java.nio.file.Path;

/** A program that speaks the protocol over its standard input and output, for {@link McpHostTest}. */
final class StdioHost {
    private StdioHost() {}

    public static void main(String[] args) throws Exception {
        var protocol = System.out;
        System.setOut(System.err);
        System.out.println("this line must not reach the protocol");
        try (var services = new QuerySample("A paper.")) {
            var host = McpHost.onStreams(System.in, protocol, McpHostTest.offers(services, Path.of(args[0])));
            host.untilClosed();
            host.close();
        }
        System.exit(0);
    }
}
