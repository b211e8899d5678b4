package io.brainwright.studio.gateway;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.TokenGuard;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DescribeServerRequest;
import io.brainwright.proto.fabric.v1.DescribeServerResponse;
import io.brainwright.proto.fabric.v1.GatewayServiceGrpc;
import io.grpc.Channel;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Serves all stages at one address and passes each call on to its service.
 *
 * <p>Arguments: {@code PORT KEYS KAFKA STAGE=HOST:PORT...}, e.g. {@code 7400 /keys localhost:9094 atlas=atlas-svc:7401}; KAFKA is
 * the broker's address as clients outside reach it.
 */
public final class Gateway implements AutoCloseable {
    private static final int FIRST_SERVICE = 3;

    private final Map<String, ManagedChannel> channels;
    private final Server server;

    private Gateway(Map<String, ManagedChannel> channels, Server server) {
        this.channels = channels;
        this.server = server;
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length <= FIRST_SERVICE || !args[0].matches("[0-9]{1,5}")) {
            throw badArguments(String.join(" ", args));
        }
        Map<String, ServerAddress> services = new LinkedHashMap<>();
        for (int i = FIRST_SERVICE; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            if (equals < 1) {
                throw badArguments(args[i]);
            }
            services.put(args[i].substring(0, equals), ServerAddress.parse(args[i].substring(equals + 1)));
        }
        var gateway = start(Integer.parseInt(args[0]), KeyFolder.open(Path.of(args[1])), args[2], services);
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close));
        gateway.server.awaitTermination();
    }

    /**
     * Starts serving.
     *
     * @param port 0 takes a free one
     * @param keys shown to callers and to the services
     * @param kafka the broker's address as clients outside reach it
     * @param services address of each stage
     */
    public static Gateway start(int port, KeyFolder keys, String kafka, Map<String, ServerAddress> services) {
        Map<String, ManagedChannel> channels = new LinkedHashMap<>();
        services.forEach((stage, address) -> channels.put(stage, address.channel(keys)));
        var health = new HealthStatusManager();
        try {
            var server = Grpc.newServerBuilderForPort(port, keys.serverCredentials(ClientAuth.OPTIONAL))
                    .intercept(new TokenGuard(keys))
                    .addService(health.getHealthService())
                    .addService(new Description(kafka, services))
                    .fallbackHandlerRegistry(new Forwarding(reconnecting(channels)))
                    .build()
                    .start();
            health.setStatus("", ServingStatus.SERVING);
            return new Gateway(channels, server);
        } catch (IOException e) {
            channels.values().forEach(ManagedChannel::shutdownNow);
            throw new Problem(
                    Kind.PRECONDITION,
                    "GATEWAY_NOT_STARTED",
                    "The gateway cannot listen on port %d: %s.".formatted(port, e.getMessage()),
                    "Stop what listens there, or choose another port.",
                    Map.of("port", String.valueOf(port), "cause", String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, Channel> reconnecting(Map<String, ManagedChannel> channels) {
        Map<String, Channel> all = new LinkedHashMap<>();
        channels.forEach((stage, channel) -> all.put(stage, new Reconnecting(channel)));
        return all;
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
        channels.values().forEach(ManagedChannel::shutdownNow);
    }

    private static Problem badArguments(String found) {
        return new Problem(
                Kind.INVALID,
                "GATEWAY_ARGUMENTS",
                "The gateway cannot start with '%s'.".formatted(found),
                "Give PORT KEYS KAFKA STAGE=HOST:PORT..., e.g. 7400 /keys localhost:9094 atlas=atlas-svc:7401.",
                Map.of("arguments", found));
    }

    /** Tells clients what they need to know first. */
    private static final class Description extends GatewayServiceGrpc.GatewayServiceImplBase {
        private final DescribeServerResponse answer;

        Description(String kafka, Map<String, ServerAddress> services) {
            this.answer = DescribeServerResponse.newBuilder()
                    .setKafkaBootstrap(kafka)
                    .addAllServices(new TreeSet<>(services.keySet()))
                    .build();
        }

        @Override
        public void describeServer(DescribeServerRequest request, StreamObserver<DescribeServerResponse> reply) {
            reply.onNext(answer);
            reply.onCompleted();
        }
    }
}
