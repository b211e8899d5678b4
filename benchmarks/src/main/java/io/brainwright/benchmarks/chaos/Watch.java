package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.broker.KafkaClients;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Follows a topic from now on, so that a trial can strike at a given moment of a build. */
final class Watch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Consumer<String, byte[]> consumer;

    private Watch(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    static Watch of(Household household, String topic) {
        var consumer = new KafkaClients(household.kafka(), household.keys()).follower();
        var partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new Watch(consumer);
    }

    /** The next record that fits; records before it are passed over. */
    ConsumerRecord<String, byte[]> next(Predicate<ConsumerRecord<String, byte[]>> fits) {
        var found = next(fits, () -> false);
        if (found == null) {
            throw new IllegalStateException("nothing fitting came within " + PATIENCE);
        }
        return found;
    }

    /** The same; null where it was told to stop, or nothing came. */
    @Nullable
    ConsumerRecord<String, byte[]> next(Predicate<ConsumerRecord<String, byte[]>> fits, BooleanSupplier stopped) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && !stopped.getAsBoolean()) {
            var records = consumer.poll(Duration.ofMillis(100));
            for (var record : records) {
                if (fits.test(record)) {
                    consumer.seek(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                    return record;
                }
            }
        }
        return null;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
