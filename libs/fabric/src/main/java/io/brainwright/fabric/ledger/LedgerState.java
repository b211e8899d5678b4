package io.brainwright.fabric.ledger;

import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.TableSchema;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What follows from the ledger's records so far. Changed by the ledger's thread, read by all. */
public final class LedgerState {
    private static final System.Logger LOG = System.getLogger(LedgerState.class.getName());

    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();
    private final Map<String, Long> cataloguedAt = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, ChunkEntry>> open = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> damaged = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Begins begins = new Begins();
    private volatile long cataloguedUpTo;
    private final Growing growing = new Growing();
    private final Map<TableSchema, TableSchema> schemas = new ConcurrentHashMap<>();
    private final List<LedgerListener> listeners = new CopyOnWriteArrayList<>();

    /** Up to where the catalogue has been read: all records before this offset are in the state. */
    public long cataloguedUpTo() {
        return cataloguedUpTo;
    }

    void cataloguedUpTo(long offset) {
        cataloguedUpTo = offset;
    }

    /** Newest manifest of a dataset, or null. */
    public @Nullable Manifest manifest(DatasetId id) {
        return manifests.get(id.hex());
    }

    public Collection<Manifest> manifests() {
        return List.copyOf(manifests.values());
    }

    /** What can be read of a dataset that is being made, or null. */
    public @Nullable Manifest growing(DatasetId id) {
        return growing.manifest(id);
    }

    /** All datasets of which something can be read while they are made. */
    public Collection<Manifest> growing() {
        return growing.manifests();
    }

    /** Chunks done of a dataset that is not in the catalogue yet; of each the attempt at the lowest offset. */
    public Map<Integer, ChunkEntry> doneSoFar(DatasetId id) {
        return Map.copyOf(open.getOrDefault(id.hex(), Map.of()));
    }

    /** Datasets that were begun and are not in the catalogue. */
    public Set<String> begun() {
        return Set.copyOf(open.keySet());
    }

    /** Chunks of a finished dataset that a reader found lost or corrupt. */
    public Set<Integer> damaged(DatasetId id) {
        return Set.copyOf(damaged.getOrDefault(id.hex(), Set.of()));
    }

    public boolean isCancelled(String run) {
        return cancelled.contains(run);
    }

    /** Whether a task asks for nothing that is still wanted. */
    public boolean isNeedless(Task task) {
        if (isCancelled(task.run())) {
            return true;
        }
        var done = open.getOrDefault(task.dataset(), Map.of()).containsKey(task.chunk());
        return !task.mend() && (done || manifests.containsKey(task.dataset()));
    }

    /** How often workers have begun this task's chunk and vanished. */
    public int begins(Task task) {
        return begins.count(task.dataset(), task.chunk());
    }

    public void listen(LedgerListener listener) {
        listeners.add(listener);
    }

    public void unlisten(LedgerListener listener) {
        listeners.remove(listener);
    }

    void take(ConsumerRecord<String, byte[]> record) {
        switch (record.topic()) {
            case Topics.CATALOGUE -> catalogue(record);
            case Topics.DONE -> outcome(record);
            case Topics.CONTROL -> control(record);
            case Topics.PROGRESS -> progress(record);
            default -> throw new IllegalArgumentException("the ledger does not follow " + record.topic());
        }
    }

    private void progress(ConsumerRecord<String, byte[]> record) {
        if (record.key().startsWith(LedgerWriter.GROWN)) {
            growing.take(LedgerJson.read(record.value(), ChunkGrown.class));
        } else {
            var progress = LedgerJson.read(record.value(), ChunkProgress.class);
            tell(l -> l.progress(progress));
        }
    }

    private void catalogue(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            manifests.remove(record.key());
            cataloguedAt.remove(record.key());
            return;
        }
        var manifest = LedgerJson.read(record.value(), Manifest.class)
                .sharing(schema -> schemas.computeIfAbsent(schema, same -> same));
        manifests.put(record.key(), manifest);
        cataloguedAt.put(record.key(), record.timestamp());
        open.remove(record.key());
        damaged.remove(record.key());
        begins.forget(record.key());
        growing.ended(record.key());
        tell(l -> l.catalogued(manifest));
    }

    private void outcome(ConsumerRecord<String, byte[]> record) {
        switch (before(record.key())) {
            case LedgerWriter.BEGUN -> {
                var begun = LedgerJson.read(record.value(), ChunkBegun.class);
                begins.add(begun);
                tell(l -> l.begun(begun));
            }
            case LedgerWriter.LEFT -> begins.takeOff(LedgerJson.read(record.value(), ChunkLeft.class));
            case LedgerWriter.DONE -> {
                var done = LedgerJson.read(record.value(), ChunkDone.class);
                begins.ended(done.dataset(), done.entry().index());
                done(done);
            }
            case LedgerWriter.FAILED -> {
                var failed = LedgerJson.read(record.value(), ChunkFailed.class);
                if (!failed.problem().reason().equals(ChunkFailed.DEADLY)) {
                    begins.ended(failed.dataset(), failed.chunk());
                }
                growing.ended(failed.dataset());
                tell(l -> l.failed(failed));
            }
            case LedgerWriter.FORGET -> {
                open.remove(after(record.key()));
                begins.forget(after(record.key()));
            }
            default -> throw new IllegalArgumentException("unknown outcome " + record.key());
        }
    }

    private void done(ChunkDone done) {
        if (done.mend()) {
            tell(l -> l.done(done));
            return;
        }
        var first = first(done);
        if (first == null) {
            tell(l -> l.done(done));
        } else if (!ChunkDone.sameRows(first, done.entry())) {
            LOG.log(
                    Level.ERROR,
                    "Two attempts at chunk %d of dataset %s gave different rows: its stage is not deterministic"
                            .formatted(done.entry().index(), done.dataset()));
            tell(l -> l.conflict(done));
        }
    }

    private @Nullable ChunkEntry first(ChunkDone done) {
        var manifest = manifests.get(done.dataset());
        if (manifest != null) {
            return manifest.chunks().get(done.entry().index());
        }
        return open.computeIfAbsent(done.dataset(), _ -> new ConcurrentHashMap<>())
                .putIfAbsent(done.entry().index(), done.entry());
    }

    private void control(ConsumerRecord<String, byte[]> record) {
        switch (before(record.key())) {
            case LedgerWriter.CANCEL -> {
                cancelled.add(after(record.key()));
                growing.cancelled(after(record.key()));
            }
            case LedgerWriter.DAMAGE -> {
                var found = LedgerJson.read(record.value(), Damage.class);
                if (cataloguedAt.getOrDefault(found.dataset(), 0L) < record.timestamp()) {
                    damaged.computeIfAbsent(found.dataset(), _ -> ConcurrentHashMap.newKeySet())
                            .add(found.chunk());
                }
            }
            default -> throw new IllegalArgumentException("unknown control " + record.key());
        }
    }

    private void tell(Consumer<LedgerListener> what) {
        listeners.forEach(what);
    }

    private static String before(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static String after(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
