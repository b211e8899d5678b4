package io.brainwright.studio.gateway;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.TokenCalls;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import java.util.Map;

/**
 * Where a server answers.
 *
 * @param host name or address
 * @param port of its gRPC server
 */
public record ServerAddress(String host, int port) {
    private static final int LAST_PORT = 65_535;

    /**
     * Reads {@code host:port}.
     *
     * @throws Problem INVALID where it is anything else
     */
    public static ServerAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon > 0 && text.substring(colon + 1).matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port > 0 && port <= LAST_PORT) {
                return new ServerAddress(text.substring(0, colon), port);
            }
        }
        throw new Problem(
                Kind.INVALID,
                "SERVER_ADDRESS",
                "'%s' is not the address of a server.".formatted(text),
                "Give host:port, e.g. localhost:7400.",
                Map.of("address", text));
    }

    /** A channel that speaks TLS, carries the token, and spreads calls over all addresses that the name stands for. */
    public ManagedChannel channel(KeyFolder keys) {
        return Grpc.newChannelBuilder("dns:///" + this, keys.channelCredentials())
                .defaultLoadBalancingPolicy("round_robin")
                .intercept(new TokenCalls(keys))
                .build();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
