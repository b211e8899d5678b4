package io.brainwright.fabric.broker;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;

/**
 * A real single-node Kafka broker in this JVM. Its log lies in {@code kafka/} of a workspace folder and outlives the process;
 * nothing listens beyond loopback.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";

    private final WorkspaceLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(WorkspaceLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker of a workspace and returns when it serves.
     *
     * @param workspace folder, made where missing
     * @param port port to listen on; 0 takes a free one
     * @throws Problem PRECONDITION where the workspace is held or read-only, or the port is taken
     */
    public static EmbeddedBroker start(Path workspace, int port) {
        var folder = workspace.toAbsolutePath().normalize();
        var lock = WorkspaceLock.take(folder);
        try {
            int brokerPort = Ports.probe(port);
            int controllerPort = freeBut(List.of(brokerPort));
            var log = folder.resolve("kafka");
            if (!Files.exists(log.resolve("meta.properties"))) {
                format(log, controllerPort);
            }
            var settings = BrokerSettings.of(log, brokerPort, controllerPort);
            var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(lock, server, brokerPort);
        } catch (Problem e) {
            lock.close();
            throw e;
        } catch (Exception e) {
            lock.close();
            throw new Problem(
                    Kind.UNAVAILABLE,
                    "BROKER_NOT_STARTED",
                    "The broker of %s did not start: %s.".formatted(folder, e),
                    "The log of org.apache.kafka has the details; another folder can be taken with --workspace.",
                    Map.of("workspace", folder.toString(), "cause", String.valueOf(e)),
                    List.of(),
                    e);
        }
    }

    /** Where clients connect, e.g. {@code localhost:9092}. */
    public String bootstrap() {
        return "localhost:" + port;
    }

    public int port() {
        return port;
    }

    /** Stops the broker and frees the workspace. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }

    /** A free port for the controller, which nobody but this broker asks for; not one that the broker is about to take. */
    static int freeBut(List<Integer> taken) {
        int port = Ports.probe(0);
        while (taken.contains(port)) {
            port = Ports.probe(0);
        }
        return port;
    }

    static void format(Path log, int controllerPort) throws Exception {
        Files.createDirectories(log);
        var voters = "1@localhost:%d:%s".formatted(controllerPort, Uuid.randomUuid());
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName(CONTROLLER)
                .setMetadataLogDirectory(log.toString())
                .addDirectory(log.toString())
                .setHasDynamicQuorum(true)
                .setInitialControllers(DynamicVoters.parse(voters))
                .run();
    }
}
