package io.brainwright.studio;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.rpc.GrpcPort;
import io.brainwright.fabric.watch.WatchWiring;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.gateway.ServerAccess;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running platform: broker, services and agents of one workspace. */
public final class Platform implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Platform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts everything but the studio in the browser.
     *
     * @param workspace folder of the scientist's work, made where it is missing
     * @param kafkaPort port of the embedded broker, 0 for any free one
     * @param grpcPort port of the services, 0 for any free one; loopback only
     * @throws Problem where the workspace cannot be used or a port is taken
     */
    public static Platform start(Path workspace, int kafkaPort, int grpcPort) {
        return start(workspace, kafkaPort, grpcPort, null);
    }

    /** The same with the studio in the browser, where a door is given. */
    public static Platform start(Path workspace, int kafkaPort, int grpcPort, @Nullable WebDoor door) {
        Workspaces.prepare(workspace);
        Ports.requireFree("gRPC", "--grpc-port", grpcPort);
        Ports.requireFree("the broker", "--kafka-port", kafkaPort);
        var properties = properties(workspace, grpcPort);
        properties.put("brainwright.kafka.port", kafkaPort);
        return run(StudioAssembly.class, properties, door);
    }

    /**
     * Starts only what stays with the scientist; the stages run on a server.
     *
     * @param workspace folder of the scientist's work, made where it is missing
     * @param server who runs the stages
     * @param door for the studio in the browser, null without
     * @throws Problem where the server does not answer or does not accept the keys
     */
    public static Platform connect(Path workspace, ServerAccess server, @Nullable WebDoor door) {
        Workspaces.prepare(workspace);
        var properties = properties(workspace, 0);
        properties.putAll(server.properties());
        return run(RemoteAssembly.class, properties, door);
    }

    private static Map<String, Object> properties(Path workspace, int grpcPort) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.application.name", "studio");
        properties.put("brainwright.workspace", workspace.toString());
        properties.put("spring.grpc.server.port", grpcPort);
        properties.putAll(WatchWiring.properties());
        properties.put("spring.grpc.server.inprocess.name", StudioAssembly.IN_PROCESS);
        properties.put("logging.threshold.console", "OFF"); // the terminal is for the scientist; the log has a file
        properties.put(
                "logging.file.name", workspace.resolve("logs/brainwright.log").toString());
        properties.put(
                "spring.config.import",
                "optional:file:" + workspace.resolve("brainwright.yaml").toAbsolutePath());
        return properties;
    }

    private static Platform run(Class<?> assembly, Map<String, Object> properties, @Nullable WebDoor door) {
        if (door != null) {
            door.requireFree();
            properties.putAll(door.properties());
        }
        try {
            var context = new SpringApplicationBuilder(assembly)
                    .web(door == null ? WebApplicationType.NONE : WebApplicationType.SERVLET)
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

    /** Port of the studio in the browser; 0 where it was not started. */
    public int webPort() {
        return context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
    }

    /** A part of the platform. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a kind, in the order of their making. */
    public <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
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
