package io.brainwright.fabric.broker;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** Finds ports before the broker starts: a broker whose port is taken would hang instead of failing. */
final class Ports {
    private Ports() {}

    /**
     * The port asked for, or a free one where 0 is asked for.
     *
     * @throws Problem PRECONDITION where the port is taken
     */
    static int probe(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PORT_TAKEN",
                    "Port %d on this machine is taken: %s.".formatted(port, e.getMessage()),
                    "Stop what listens there, or set brainwright.kafka.port to another port; 0 takes a free one.",
                    Map.of("port", String.valueOf(port), "cause", String.valueOf(e.getMessage())),
                    List.of(),
                    e);
        }
    }
}
