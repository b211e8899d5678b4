package io.brainwright.fabric.broker;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in a process of its own, with the settings that the fabric needs, for containers and small clusters. Any other
 * Kafka does as well; docs/containers.md names the settings.
 *
 * <p>Arguments: {@code DATA KEYS NAME=PORT=ADVERTISED...}, e.g. {@code /data /keys BROKER=9092=kafka:9092
 * OUTSIDE=9094=localhost:9094}.
 */
public final class BrokerMain {
    private static final int FIRST_LISTENER = 2;

    private BrokerMain() {}

    /** Starts the broker; it runs until the process is told to end. */
    public static void main(String[] args) throws Exception {
        if (args.length <= FIRST_LISTENER) {
            throw badArguments(String.join(" ", args));
        }
        var keys = KeyFolder.open(Path.of(args[1]));
        var log = Path.of(args[0]).toAbsolutePath().resolve("kafka");
        var listeners = listeners(List.of(args).subList(FIRST_LISTENER, args.length));
        var taken = listeners.stream().map(BrokerSettings.Listener::port).toList();
        int controllerPort = EmbeddedBroker.freeBut(taken);
        if (!Files.exists(log.resolve("meta.properties"))) {
            EmbeddedBroker.format(log, controllerPort);
        }
        var settings = BrokerSettings.reachable(log, listeners, controllerPort, keys);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdown();
            ended.countDown();
        }));
        server.startup();
        server.awaitShutdown();
        ended.await();
    }

    private static List<BrokerSettings.Listener> listeners(List<String> texts) {
        var all = new ArrayList<BrokerSettings.Listener>();
        for (var text : texts) {
            var parts = text.split("=", -1);
            if (parts.length != 3 || !parts[0].matches("[A-Z]+") || !parts[1].matches("[0-9]{1,5}")) {
                throw badArguments(text);
            }
            all.add(new BrokerSettings.Listener(parts[0], Integer.parseInt(parts[1]), parts[2]));
        }
        return all;
    }

    private static Problem badArguments(String found) {
        return new Problem(
                Kind.INVALID,
                "BROKER_ARGUMENTS",
                "The broker cannot start with '%s'.".formatted(found),
                "Give DATA KEYS NAME=PORT=ADVERTISED..., e.g. /data /keys BROKER=9092=kafka:9092.",
                Map.of("arguments", found));
    }
}
