package io.brainwright.fabric.broker;

import io.brainwright.fabric.keys.KeyFolder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The settings of a broker that serves one scientist on one machine: small, quick, keeping everything. */
final class BrokerSettings {
    /** Largest record, in bytes. */
    static final int MAX_MESSAGE_BYTES = 64 << 20;

    private BrokerSettings() {}

    /** A broker that listens on the loopback interface only. */
    static Map<String, String> of(Path folder, int port, int controllerPort) {
        var s = common(folder, controllerPort);
        s.put("listeners", "BROKER://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        s.put("advertised.listeners", "BROKER://localhost:" + port);
        s.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        return s;
    }

    /** A broker that others reach: each listener speaks TLS and asks its clients for the certificate. */
    static Map<String, String> reachable(Path folder, List<Listener> listeners, int controllerPort, KeyFolder keys) {
        var s = common(folder, controllerPort);
        var listens = new StringJoiner(",");
        var advertises = new StringJoiner(",");
        var protocols = new StringJoiner(",");
        for (var listener : listeners) {
            listens.add(listener.name() + "://0.0.0.0:" + listener.port());
            advertises.add(listener.name() + "://" + listener.advertised());
            protocols.add(listener.name() + ":SSL");
        }
        s.put(
                "listeners",
                listens.add("CONTROLLER://localhost:" + controllerPort).toString());
        s.put("advertised.listeners", advertises.toString());
        s.put(
                "listener.security.protocol.map",
                protocols.add("CONTROLLER:PLAINTEXT").toString());
        s.put("ssl.client.auth", "required");
        s.putAll(keys.kafkaProperties());
        return s;
    }

    /**
     * Where a broker listens.
     *
     * @param name of the listener, in capitals; the first is BROKER
     * @param port on all interfaces
     * @param advertised address that it tells its clients, {@code host:port}
     */
    record Listener(String name, int port, String advertised) {}

    private static Map<String, String> common(Path folder, int controllerPort) {
        var s = new HashMap<String, String>();
        s.put("process.roles", "broker,controller");
        s.put("node.id", "1");
        s.put("log.dirs", folder.toString());
        s.put("controller.listener.names", "CONTROLLER");
        s.put("inter.broker.listener.name", "BROKER");
        s.put("controller.quorum.bootstrap.servers", "localhost:" + controllerPort);
        s.put("auto.create.topics.enable", "false");
        oneReplica(s);
        keepEverything(s);
        small(s);
        quick(s);
        return s;
    }

    private static void oneReplica(Map<String, String> s) {
        s.put("default.replication.factor", "1");
        s.put("min.insync.replicas", "1");
        s.put("offsets.topic.replication.factor", "1");
        s.put("offsets.topic.num.partitions", "4");
        s.put("transaction.state.log.replication.factor", "1");
        s.put("transaction.state.log.min.isr", "1");
        s.put("transaction.state.log.num.partitions", "1");
        s.put("share.coordinator.state.topic.replication.factor", "1");
        s.put("share.coordinator.state.topic.min.isr", "1");
        s.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void keepEverything(Map<String, String> s) {
        s.put("log.retention.hours", "-1");
        s.put("log.retention.bytes", "-1");
        s.put("offsets.retention.minutes", String.valueOf(Integer.MAX_VALUE));
        s.put("message.max.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        s.put("replica.fetch.max.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        s.put("socket.request.max.bytes", String.valueOf(2 * MAX_MESSAGE_BYTES));
    }

    private static void small(Map<String, String> s) {
        s.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));
        s.put("log.cleaner.threads", "1");
        s.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        s.put("num.network.threads", "2");
        s.put("num.io.threads", "4");
        s.put("num.recovery.threads.per.data.dir", "2");
        s.put("background.threads", "2");
        s.put("num.partitions", "1");
    }

    private static void quick(Map<String, String> s) {
        s.put("group.initial.rebalance.delay.ms", "0");
        s.put("group.min.session.timeout.ms", "1000");
        // A broker that died is taken back only when its session has ended: 9 s by default.
        s.put("broker.heartbeat.interval.ms", "500");
        s.put("broker.session.timeout.ms", "3000");
        s.put("log.segment.delete.delay.ms", "1000");
    }
}
