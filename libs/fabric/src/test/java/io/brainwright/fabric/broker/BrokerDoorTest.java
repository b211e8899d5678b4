package io.brainwright.fabric.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.KeyMaker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that others reach hears only who shows a certificate of its own authority. */
class BrokerDoorTest {
    @TempDir
    private Path folder;

    private KeyFolder keys;
    private KafkaRaftServer server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost"));
        var log = folder.resolve("log");
        port = Ports.probe(0);
        int controller = Ports.probe(0);
        EmbeddedBroker.format(log, controller);
        var listener = new BrokerSettings.Listener("BROKER", port, "localhost:" + port);
        var settings = BrokerSettings.reachable(log, List.of(listener), controller, keys);
        server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    @Test
    void aClientNeedsACertificateOfTheSameAuthority() throws Exception {
        assertThat(answer(ssl(keys.kafkaProperties()))).isEqualTo("answered");

        var bare = new HashMap<>(keys.kafkaProperties());
        bare.keySet().removeIf(name -> name.startsWith("ssl.keystore"));
        assertThat(answer(ssl(bare))).as("no certificate").isEqualTo(SslAuthenticationException.class.getSimpleName());

        var strangers = KeyMaker.make(folder.resolve("strangers"), List.of("localhost"));
        var foreign = new HashMap<>(strangers.kafkaProperties());
        foreign.put("ssl.truststore.certificates", keys.kafkaProperties().get("ssl.truststore.certificates"));
        assertThat(answer(ssl(foreign)))
                .as("a certificate of another authority")
                .isEqualTo(SslAuthenticationException.class.getSimpleName());

        assertThat(answer(Map.of("security.protocol", "PLAINTEXT")))
                .as("no TLS")
                .isEqualTo(TimeoutException.class.getSimpleName());
    }

    private static Map<String, Object> ssl(Map<String, String> properties) {
        var all = new HashMap<String, Object>(properties);
        all.put("security.protocol", "SSL");
        return all;
    }

    private String answer(Map<String, Object> how) throws InterruptedException {
        var properties = new HashMap<>(how);
        properties.put("bootstrap.servers", "localhost:" + port);
        properties.put("default.api.timeout.ms", 5000);
        properties.put("request.timeout.ms", 4000);
        try (var admin = Admin.create(properties)) {
            admin.listTopics().names().get();
            return "answered";
        } catch (ExecutionException refused) {
            return Objects.requireNonNull(refused.getCause()).getClass().getSimpleName();
        }
    }
}
