package io.brainwright.studio.cli;

import io.brainwright.agents.mcp.McpHost;
import io.brainwright.agents.mcp.PlanOffers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Offers what looks and what proposes to other programs by the Model Context Protocol. */
@Command(
        name = "mcp",
        description =
                "Let other programs look and propose plans (Model Context Protocol): over standard input and output, or "
                        + "with --port over HTTP on this machine.",
        mixinStandardHelpOptions = true)
final class McpCommand implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen on this port of the loopback interface (0: any free one) instead.")
    private Integer port = -1;

    @Override
    public void run() {
        var protocol = System.out;
        if (port < 0) {
            System.setOut(System.err);
        }
        try (var running = platform.start()) {
            var tools = running.part(PlanOffers.class).tools();
            try (var host = port < 0 ? McpHost.onStreams(System.in, protocol, tools) : McpHost.onPort(port, tools)) {
                StopSignal.closeOnStop(running);
                if (port >= 0) {
                    System.out.println("MCP at " + host.url() + " (this machine only). Ctrl-C stops it.");
                }
                host.untilClosed();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
