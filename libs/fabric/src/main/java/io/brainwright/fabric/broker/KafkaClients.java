package io.brainwright.fabric.broker;

import io.brainwright.fabric.keys.KeyFolder;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Connections to Kafka, set up for the fabric's uses.
 *
 * @param bootstrap address of a broker
 * @param keys for a broker beyond this machine, null for one on the loopback interface
 */
public record KafkaClients(String bootstrap, @Nullable KeyFolder keys) {
    private static final int SESSION_MS = 6_000;
    /** A limit that a broker exceeds for the first record only. */
    private static final int ONE_RECORD = 1 << 10;

    /** Makes topics and asks for offsets. */
    public Admin admin() {
        return Admin.create(new HashMap<String, Object>(common()));
    }

    /** Writes records, each once and in order, lz4-compressed. */
    public Producer<String, byte[]> producer() {
        var s = common();
        s.put("acks", "all");
        s.put("enable.idempotence", true);
        s.put("compression.type", "lz4");
        s.put("linger.ms", 0);
        s.put("max.request.size", BrokerSettings.MAX_MESSAGE_BYTES);
        s.put("buffer.memory", 2L * BrokerSettings.MAX_MESSAGE_BYTES);
        return new KafkaProducer<>(s, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Reads assigned partitions at offsets that the caller seeks to; fails where an offset does not exist. The client asks ahead for what follows, and a seek
     * has to wait for that answer: so a broker that has nothing more answers at once, and with one record at most.
     */
    public Consumer<String, byte[]> seeker() {
        var s = reading();
        s.put("auto.offset.reset", "none");
        s.put("max.poll.records", 1);
        s.put("max.partition.fetch.bytes", ONE_RECORD);
        s.put("fetch.max.wait.ms", 2);
        return consumer(s);
    }

    /** Follows assigned partitions from where the caller says. */
    public Consumer<String, byte[]> follower() {
        var s = reading();
        s.put("auto.offset.reset", "earliest");
        return consumer(s);
    }

    /** Takes a share of a topic's partitions; a member that dies loses them after the session timeout. */
    public Consumer<String, byte[]> member(String group) {
        var s = reading();
        s.put("group.id", group);
        s.put("auto.offset.reset", "earliest");
        s.put("max.poll.records", 1);
        s.put("session.timeout.ms", SESSION_MS);
        s.put("heartbeat.interval.ms", SESSION_MS / 4);
        s.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        return consumer(s);
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> reading() {
        var s = common();
        s.put("enable.auto.commit", false);
        s.put("allow.auto.create.topics", false);
        s.put("fetch.max.wait.ms", 250);
        return s;
    }

    private Map<String, Object> common() {
        var s = new HashMap<String, Object>();
        s.put("bootstrap.servers", bootstrap);
        if (keys != null) {
            s.put("security.protocol", "SSL");
            s.putAll(keys.kafkaProperties());
        }
        s.put("reconnect.backoff.ms", 50);
        s.put("reconnect.backoff.max.ms", 500);
        s.put("retry.backoff.ms", 50);
        s.put("enable.metrics.push", false);
        s.put("metric.reporters", "");
        return s;
    }
}
