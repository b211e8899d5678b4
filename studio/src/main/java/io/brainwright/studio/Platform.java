package io.brainwright.studio;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.rpc.GrpcPort;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DescribeServerRequest;
import io.brainwright.proto.fabric.v1.DescribeServerResponse;
import io.brainwright.proto.fabric.v1.GatewayServiceGrpc;
import io.brainwright.studio.gateway.ServerAddress;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running platform: broker, services and agents of one workspace. */
public final class Platform implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts everything.
     *
     * @param workspace folder of the scientist's work, made where it is missing
     * @param kafkaPort port of the embedded broker, 0 for any free one
     * @param grpcPort port of the services, 0 for any free one; loopback only
     * @throws Problem where the workspace cannot be used or a port is taken
     */
    public static Platform start(Path workspace, int kafkaPort, int grpcPort) {
        Workspaces.prepare(workspace);
        Ports.requireFree("gRPC", "--grpc-port", grpcPort);
        var properties = properties(workspace, grpcPort);
        properties.put("brainwright.kafka.port", kafkaPort);
        return run(StudioAssembly.class, properties);
    }

    /**
     * Starts only what stays with the scientist; the stages run on a server.
     *
     * @param workspace folder of the scientist's work, made where it is missing
     * @param server where its gateway answers
     * @param keys copy of the server's key folder
     * @throws Problem where the server does not answer or does not accept the keys
     */
    public static Platform connect(Path workspace, ServerAddress server, KeyFolder keys) {
        Workspaces.prepare(workspace);
        var properties = properties(workspace, 0);
        properties.put("brainwright.server", server.toString());
        properties.put("brainwright.keys", keys.folder().toString());
        properties.put("brainwright.kafka.bootstrap", describe(server, keys).getKafkaBootstrap());
        return run(RemoteAssembly.class, properties);
    }

    private static DescribeServerResponse describe(ServerAddress server, KeyFolder keys) {
        var channel = server.channel(keys);
        try {
            return GatewayServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(ANSWER_WITHIN)
                    .describeServer(DescribeServerRequest.getDefaultInstance());
        } catch (StatusRuntimeException refused) {
            throw new Problem(
                    Kind.UNAVAILABLE,
                    "SERVER_DOES_NOT_ANSWER",
                    "The server %s does not answer: %s.".formatted(server, refused.getStatus()),
                    "See whether it runs, and whether %s is a copy of its key folder.".formatted(keys.folder()),
                    Map.of("server", server.toString(), "status", String.valueOf(refused.getStatus())),
                    List.of(),
                    refused);
        } finally {
            channel.shutdownNow();
        }
    }

    private static Map<String, Object> properties(Path workspace, int grpcPort) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("brainwright.workspace", workspace.toString());
        properties.put("spring.grpc.server.port", grpcPort);
        properties.put("spring.grpc.server.inprocess.name", StudioAssembly.IN_PROCESS);
        properties.put(
                "logging.file.name", workspace.resolve("logs/brainwright.log").toString());
        properties.put(
                "spring.config.import",
                "optional:file:" + workspace.resolve("brainwright.yaml").toAbsolutePath());
        return properties;
    }

    private static Platform run(Class<?> assembly, Map<String, Object> properties) {
        try {
            var context = new SpringApplicationBuilder(assembly)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .properties(properties)
                    .run();
            return new Platform(context);
        } catch (RuntimeException failure) {
            throw problemWithin(failure);
        }
    }

    /** A part of the platform. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Port of the gRPC server on the loopback interface. */
    public int grpcPort() {
        return context.getBean(GrpcPort.class).port();
    }

    /** Bootstrap address of the broker. */
    public String kafka() {
        var own = context.getBeanProvider(EmbeddedBroker.class).getIfAvailable();
        return own == null
                ? context.getEnvironment().getRequiredProperty("brainwright.kafka.bootstrap")
                : own.bootstrap();
    }

    @Override
    public void close() {
        context.close();
    }

    private static RuntimeException problemWithin(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) {
                return problem;
            }
        }
        return failure;
    }
}
