package io.brainwright.fabric.ledger;

import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.watch.Watch;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes the records that the {@link Ledger} follows, and the tasks that workers take. */
public final class LedgerWriter {
    static final String BEGUN = "begun";
    static final String LEFT = "left";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String FORGET = "forget";
    static final String GROWN = "grown/";
    static final String CANCEL = "cancel";
    static final String DAMAGE = "damage";

    private final Producer<String, byte[]> producer;
    private final Watch watch;

    /** @param watch is told of each task, so that a trace goes on in the worker that takes it */
    public LedgerWriter(Producer<String, byte[]> producer, Watch watch) {
        this.producer = producer;
        this.watch = watch;
    }

    /** Asks for a chunk. No key: tasks spread evenly over partitions. */
    public Future<RecordMetadata> task(Task task, int partition) {
        var record =
                new ProducerRecord<>(Topics.tasks(task.stage()), partition, task.dataset(), LedgerJson.write(task));
        return watch.task(task.stage(), task.chunk(), record.headers()).observe(() -> producer.send(record));
    }

    /** Says that a worker begins a chunk. */
    public Future<RecordMetadata> begun(ChunkBegun begun) {
        return send(Topics.DONE, key(BEGUN, begun.dataset()), LedgerJson.write(begun));
    }

    /** Says that begins of a chunk do not count. */
    public Future<RecordMetadata> left(ChunkLeft left) {
        return send(Topics.DONE, key(LEFT, left.dataset()), LedgerJson.write(left));
    }

    public Future<RecordMetadata> done(ChunkDone done) {
        return send(Topics.DONE, key(DONE, done.dataset()), LedgerJson.write(done));
    }

    public Future<RecordMetadata> failed(ChunkFailed failed) {
        return send(Topics.DONE, key(FAILED, failed.dataset()), LedgerJson.write(failed));
    }

    /** Says that what was done so far for a dataset that is not in the catalogue counts no longer. */
    public Future<RecordMetadata> forget(DatasetId id) {
        return send(Topics.DONE, key(FORGET, id.hex()), new byte[0]);
    }

    public Future<RecordMetadata> progress(ChunkProgress progress) {
        return send(Topics.PROGRESS, progress.dataset(), LedgerJson.write(progress));
    }

    public Future<RecordMetadata> grown(ChunkGrown grown) {
        return send(Topics.PROGRESS, GROWN + grown.dataset(), LedgerJson.write(grown));
    }

    /** Says that nobody waits for a run any longer. */
    public Future<RecordMetadata> cancel(String run) {
        return send(Topics.CONTROL, key(CANCEL, run), new byte[0]);
    }

    public Future<RecordMetadata> damage(Damage damage) {
        return send(Topics.CONTROL, key(DAMAGE, damage.dataset()), LedgerJson.write(damage));
    }

    public Future<RecordMetadata> catalogue(Manifest manifest) {
        return send(Topics.CATALOGUE, manifest.id().hex(), LedgerJson.write(manifest));
    }

    /** Takes a dataset out of the catalogue. */
    public Future<RecordMetadata> remove(DatasetId id) {
        return send(Topics.CATALOGUE, id.hex(), null);
    }

    private Future<RecordMetadata> send(String topic, String key, byte @Nullable [] value) {
        return producer.send(new ProducerRecord<>(topic, key, value));
    }

    private static String key(String what, String of) {
        return what + "/" + of;
    }
}
