package io.brainwright.fabric.build;

import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.ledger.Task;
import io.brainwright.fabric.ledger.TaskJson;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.fabric.work.Stage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Takes the tasks of one stage from Kafka and hands them to the pool. Its thread only polls and commits, so that however long
 * tasks take, the group sees this worker alive; while the pool is full its partitions are paused.
 */
final class TaskFeed implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TaskFeed.class.getName());
    private static final Duration WHEN_FREE = Duration.ofMillis(100);
    private static final Duration WHEN_FULL = Duration.ofMillis(20);

    private final Stage<?> stage;
    private final TaskPool pool;
    private final TaskRunner runner;
    private final Watch watch;
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, OffsetTrack> tracks = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean waits;

    TaskFeed(Stage<?> stage, TaskPool pool, TaskRunner runner, KafkaClients clients, Watch watch) {
        this.stage = stage;
        this.pool = pool;
        this.runner = runner;
        this.watch = watch;
        this.consumer = clients.member(Topics.workers(stage.name()));
        pool.whenFree(this::goOn);
        this.thread =
                Thread.ofPlatform().daemon().name("bw-feed-" + stage.name()).start(this::feed);
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

    /** A thread is free: takes the next task at once. */
    private void goOn() {
        if (waits && !closed) {
            consumer.wakeup();
        }
    }

    private void feed() {
        try (var _ = watch.follow(consumer)) {
            consumer.subscribe(List.of(Topics.tasks(stage.name())), new Handover());
            while (!closed) {
                try {
                    turn();
                } catch (WakeupException e) {
                    LOG.log(Level.DEBUG, "The feed of {0} was woken to close, or since a thread is free", stage.name());
                } catch (KafkaException e) {
                    LOG.log(
                            Level.WARNING,
                            "The feed of %s waits for Kafka: %s".formatted(stage.name(), e.getMessage()));
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofMillis(500)));
        }
    }

    private void turn() {
        var full = pool.isFull();
        if (full) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
        waits = full;
        for (var record : consumer.poll(full ? WHEN_FULL : WHEN_FREE)) {
            take(record);
        }
        waits = false;
        var settled = settled(tracks.keySet());
        if (!settled.isEmpty()) {
            consumer.commitAsync(settled, null);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var track = tracks.computeIfAbsent(partition, _ -> new OffsetTrack(record.offset()));
        track.begin(record.offset());
        Task task;
        try {
            task = TaskJson.read(record.value());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A task of stage " + stage.name() + " cannot be understood and is left out", e);
            track.end(record.offset(), true);
            return;
        }
        pool.run(() -> track.end(record.offset(), runner.run(stage, task, record.headers())));
    }

    private Map<TopicPartition, OffsetAndMetadata> settled(Collection<TopicPartition> partitions) {
        var settled = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var track = tracks.get(partition);
            long offset = track == null ? -1 : track.committable();
            if (offset >= 0) {
                settled.put(partition, new OffsetAndMetadata(offset));
            }
        }
        return settled;
    }

    /** Says what is settled before partitions go to another worker. */
    private final class Handover implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            var settled = settled(partitions);
            try {
                if (!settled.isEmpty()) {
                    consumer.commitSync(settled, Duration.ofSeconds(2));
                }
            } catch (KafkaException e) {
                LOG.log(Level.WARNING, "Tasks of %s may be done twice: %s".formatted(stage.name(), e.getMessage()));
            }
            partitions.forEach(tracks::remove);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(tracks::remove);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.log(Level.DEBUG, "Stage {0}: tasks of {1} partitions are ours", stage.name(), partitions.size());
        }
    }
}
