package io.brainwright.fabric.store;

import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.ChunkEntry.Part;
import io.brainwright.fabric.watch.Watch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Fetches single records by offset, over connections that are kept for the next reader. */
final class PartReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final TopicPartition CATALOGUE = new TopicPartition(Topics.CATALOGUE, 0);

    private final KafkaClients clients;
    private final Watch watch;
    private final ConcurrentLinkedDeque<Consumer<String, byte[]>> idle = new ConcurrentLinkedDeque<>();

    PartReader(KafkaClients clients, Watch watch) {
        this.clients = clients;
        this.watch = watch;
    }

    /**
     * The record's value; empty where Kafka has no record there any more.
     *
     * @throws TimeoutException where Kafka does not answer
     */
    Optional<byte[]> fetch(Part part) {
        var value = with(consumer -> fetch(consumer, part));
        value.ifPresent(bytes -> watch.read(bytes.length));
        return value;
    }

    /** Where the catalogue ends now. */
    long catalogueEnd() {
        return with(consumer -> Objects.requireNonNullElse(
                consumer.endOffsets(List.of(CATALOGUE), PATIENCE).get(CATALOGUE), 0L));
    }

    private <T> T with(Function<Consumer<String, byte[]>, T> reading) {
        var consumer = idle.pollFirst();
        if (consumer == null) {
            consumer = clients.seeker();
        }
        try {
            return reading.apply(consumer);
        } finally {
            idle.addFirst(consumer);
        }
    }

    @Override
    public void close() {
        for (var consumer = idle.pollFirst(); consumer != null; consumer = idle.pollFirst()) {
            consumer.close(CloseOptions.timeout(Duration.ofMillis(100)));
        }
    }

    private static Optional<byte[]> fetch(Consumer<String, byte[]> consumer, Part part) {
        var at = new TopicPartition(part.topic(), part.partition());
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        if (!consumer.assignment().equals(Set.of(at))) {
            consumer.assign(List.of(at));
        }
        consumer.seek(at, part.offset());
        try {
            while (System.nanoTime() < giveUp) {
                var records = consumer.poll(POLL).records(at);
                if (!records.isEmpty()) {
                    var first = records.getFirst();
                    return first.offset() == part.offset() ? Optional.of(first.value()) : Optional.empty();
                }
                if (isMissing(consumer, at, part.offset())) {
                    return Optional.empty();
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        }
        throw new TimeoutException("no answer for %s at %d within %s".formatted(at, part.offset(), PATIENCE));
    }

    private static boolean isMissing(Consumer<String, byte[]> consumer, TopicPartition at, long offset) {
        if (!consumer.listTopics(PATIENCE).containsKey(at.topic())) {
            return true;
        }
        var end = consumer.endOffsets(List.of(at)).get(at);
        return end == null || offset >= end;
    }
}
