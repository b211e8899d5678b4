package io.brainwright.fabric.ledger;

import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Follows the catalogue, the done, progress and control topics on one thread, and keeps {@link LedgerState}. */
public final class Ledger implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Ledger.class.getName());
    private static final Duration CATCH_UP = Duration.ofSeconds(60);
    private static final List<TopicPartition> REPLAYED = List.of(
            new TopicPartition(Topics.CATALOGUE, 0),
            new TopicPartition(Topics.DONE, 0),
            new TopicPartition(Topics.CONTROL, 0));
    private static final TopicPartition PROGRESS = new TopicPartition(Topics.PROGRESS, 0);

    private final LedgerState state = new LedgerState();
    private final Consumer<String, byte[]> consumer;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;

    private Ledger(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().daemon().name("bw-ledger").unstarted(this::follow);
    }

    /** Reads the past, then follows; returns when all that was there has been read. */
    public static Ledger open(KafkaClients clients) {
        var ledger = new Ledger(clients.follower());
        ledger.thread.start();
        try {
            if (!ledger.caughtUp.await(CATCH_UP.toSeconds(), TimeUnit.SECONDS)) {
                ledger.close();
                throw unreachable(clients.bootstrap());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ledger.close();
            throw unreachable(clients.bootstrap());
        }
        return ledger;
    }

    public LedgerState state() {
        return state;
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Map<TopicPartition, Long> ends = null;
        try {
            while (!closed) {
                try {
                    if (ends == null) {
                        ends = start();
                    }
                    for (var record : consumer.poll(Duration.ofMillis(250))) {
                        take(record);
                    }
                    state.cataloguedUpTo(consumer.position(REPLAYED.getFirst()));
                    if (caughtUp.getCount() > 0 && hasReached(ends)) {
                        caughtUp.countDown();
                    }
                } catch (WakeupException e) {
                    LOG.log(Level.DEBUG, "The ledger was woken to close");
                } catch (KafkaException e) {
                    LOG.log(Level.WARNING, "The ledger waits for Kafka: " + e.getMessage());
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofMillis(300)));
        }
    }

    private Map<TopicPartition, Long> start() {
        var all = new ArrayList<>(REPLAYED);
        all.add(PROGRESS);
        consumer.assign(all);
        consumer.seekToBeginning(REPLAYED);
        consumer.seekToEnd(List.of(PROGRESS));
        return consumer.endOffsets(REPLAYED);
    }

    private boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            state.take(record);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.ERROR,
                    "A record of %s at offset %d cannot be understood and is left out"
                            .formatted(record.topic(), record.offset()),
                    e);
        }
    }

    private static Problem unreachable(String bootstrap) {
        return new Problem(
                Kind.UNAVAILABLE,
                "KAFKA_UNREACHABLE",
                "Kafka at %s did not answer within %d s.".formatted(bootstrap, CATCH_UP.toSeconds()),
                "See whether it runs and whether brainwright.kafka.bootstrap names it.",
                Map.of("bootstrap", bootstrap, "seconds", String.valueOf(CATCH_UP.toSeconds())));
    }
}
