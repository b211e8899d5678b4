package io.brainwright.studio.cli;

import io.brainwright.agents.mcp.McpHost;
import io.brainwright.agents.mcp.PlanOffers;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
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
@Acts
final class McpCommand implements Runnable {
    private static final int LAST_PORT = 65_535;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen on this port of the loopback interface (0: any free one) instead.")
    private Integer port = -1;

    @Override
    public void run() {
        if (port > LAST_PORT) {
            throw new Problem(
                    Kind.INVALID,
                    "PORT_OUT_OF_RANGE",
                    "%d is no port.".formatted(port),
                    "Give --port a number from 1 to 65535, or 0 for any free port.",
                    Map.of("port", String.valueOf(port)));
        }
        var protocol = System.out;
        if (port < 0) {
            System.setOut(System.err);
        }
        try (var running = platform.start()) {
            var offers = running.part(PlanOffers.class);
            try (var host = port < 0 ? McpHost.onStreams(System.in, protocol, offers) : McpHost.onPort(port, offers)) {
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
