package io.brainwright.studio;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** Ports that must be free before a server is started on them. */
final class Ports {
    private Ports() {}

    /**
     * @param what the server that wants the port
     * @param option option of the command line that chooses another
     * @param port 0: any free one
     */
    static void requireFree(String what, String option, int port) {
        requireFree(what, option, port, InetAddress.getLoopbackAddress());
    }

    /** The same on another interface. */
    static void requireFree(String what, String option, int port, InetAddress address) {
        if (port < 0 || port > 65535) {
            throw new Problem(
                    Kind.INVALID,
                    "PORT_OUT_OF_RANGE",
                    "%d is no port.".formatted(port),
                    "Give %s a number from 1 to 65535, or 0 for any free port.".formatted(option),
                    Map.of("port", String.valueOf(port)));
        }
        try (var probe = new ServerSocket(port, 1, address)) {
            assert probe.isBound();
        } catch (IOException taken) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PORT_TAKEN",
                    "Port %d, wanted for %s, is taken by another program.".formatted(port, what),
                    "Stop that program, or choose another port with %s N (0: any free one).".formatted(option),
                    Map.of("port", String.valueOf(port)),
                    List.of(),
                    taken);
        }
    }
}
