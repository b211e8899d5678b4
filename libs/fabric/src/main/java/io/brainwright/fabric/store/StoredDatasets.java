package io.brainwright.fabric.store;

import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.dataset.ChunkEntry.Part;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.ledger.Damage;
import io.brainwright.fabric.ledger.LedgerState;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.store.ReadAhead.Fetch;
import io.brainwright.fabric.table.ArrowCodec;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.RowHash;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads datasets from Kafka: seeks to the offsets that the manifest names, checks every part's SHA-256. A part that is lost or
 * corrupt is put down in the ledger, so that the next build of that dataset mends it, and reported.
 */
public final class StoredDatasets implements Datasets, AutoCloseable {
    /** Reason of the problem that a lost or corrupt chunk is reported with. */
    public static final String DAMAGED = "CHUNK_DAMAGED";

    private static final Duration CATCH_UP = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final LedgerState ledger;
    private final LedgerWriter writer;
    private final PartReader reader;
    private final DecodedCache cache;
    private final boolean isPatient;

    public StoredDatasets(KafkaClients clients, LedgerState ledger, LedgerWriter writer, Watch watch) {
        this(ledger, writer, new PartReader(clients, watch), new DecodedCache(), true);
    }

    /** @param isPatient whether a dataset is read only when it is whole */
    private StoredDatasets(
            LedgerState ledger, LedgerWriter writer, PartReader reader, DecodedCache cache, boolean isPatient) {
        this.ledger = ledger;
        this.writer = writer;
        this.reader = reader;
        this.cache = cache;
        this.isPatient = isPatient;
    }

    @Override
    public Datasets withGrowing() {
        return new StoredDatasets(ledger, writer, reader, cache, false);
    }

    @Override
    public List<Manifest> growing() {
        return ledger.growing().stream()
                .sorted(Comparator.comparingLong(Manifest::startedMillis).thenComparing(Manifest::id))
                .toList();
    }

    @Override
    public Manifest manifest(DatasetId id) {
        var found = known(id);
        if (found == null) {
            awaitEndOfCatalogue();
            found = known(id);
        }
        if (found == null) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "DATASET_NOT_FOUND",
                    "There is no dataset %s in the catalogue.".formatted(id),
                    "'brainwright datasets' lists those that exist; build it first.",
                    Map.of("id", id.hex()));
        }
        return found;
    }

    private @Nullable Manifest known(DatasetId id) {
        var whole = ledger.manifest(id);
        return whole == null && !isPatient ? ledger.growing(id) : whole;
    }

    /**
     * Waits until what the catalogue holds now has been read here: who asks may have just built the dataset with another process,
     * which knows of it a moment earlier.
     */
    private void awaitEndOfCatalogue() {
        long end = reader.catalogueEnd();
        long giveUp = System.nanoTime() + CATCH_UP.toNanos();
        while (ledger.cataloguedUpTo() < end && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    @Override
    public Batch read(DatasetId id, String table) {
        var manifest = manifest(id);
        var parts = new ArrayList<Fetch<Batch>>();
        for (int chunk = 0; chunk < manifest.chunks().size(); chunk++) {
            collect(manifest, table, chunk, parts);
        }
        return Batch.concat(table(manifest, table), ReadAhead.all(parts));
    }

    @Override
    public Batch read(DatasetId id, String table, int chunk) {
        var manifest = manifest(id);
        requireChunk(manifest, chunk);
        var parts = new ArrayList<Fetch<Batch>>();
        collect(manifest, table, chunk, parts);
        return Batch.concat(table(manifest, table), ReadAhead.all(parts));
    }

    @Override
    public Piece around(DatasetId id, String table, int chunk, long row) {
        var manifest = manifest(id);
        requireChunk(manifest, chunk);
        var schema = table(manifest, table);
        long first = 0;
        for (var part : manifest.chunks().get(chunk).parts()) {
            if (part.table().equals(table)) {
                if (row < first + part.rows()) {
                    return new Piece(first, fetch(manifest, chunk, part).get());
                }
                first += part.rows();
            }
        }
        return new Piece(first, Batch.concat(schema, List.of()));
    }

    private static void requireChunk(Manifest manifest, int chunk) {
        if (chunk < 0 || chunk >= manifest.chunks().size()) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "CHUNK_NOT_FOUND",
                    "Dataset %s has no chunk %d.".formatted(manifest.id().brief(), chunk),
                    "Its chunks are 0 to %d.".formatted(manifest.chunks().size() - 1),
                    Map.of("id", manifest.id().hex(), "chunk", String.valueOf(chunk)));
        }
    }

    @Override
    public List<Manifest> list() {
        return ledger.manifests().stream()
                .sorted(Comparator.comparingLong(Manifest::startedMillis).thenComparing(Manifest::id))
                .toList();
    }

    @Override
    public void close() {
        reader.close();
    }

    private void collect(Manifest manifest, String table, int chunk, List<Fetch<Batch>> into) {
        for (var part : manifest.chunks().get(chunk).parts()) {
            if (part.table().equals(table)) {
                into.add(() -> fetch(manifest, chunk, part));
            }
        }
    }

    /** Fetches a record; what remains to be done with it may be done by another thread. */
    private Supplier<Batch> fetch(Manifest manifest, int chunk, Part part) {
        var key = part.topic() + "/" + part.partition() + "/" + part.offset() + "/" + part.sha256();
        var cached = cache.get(key);
        if (cached != null) {
            return () -> cached;
        }
        var bytes = reader.fetch(part);
        if (bytes.isEmpty()) {
            throw damaged(manifest, chunk, part, "is gone");
        }
        return () -> {
            var batch = decode(manifest, chunk, part, bytes.get());
            cache.put(key, batch);
            return batch;
        };
    }

    private Batch decode(Manifest manifest, int chunk, Part part, byte[] bytes) {
        Batch batch;
        try {
            batch = ArrowCodec.decode(bytes);
        } catch (RuntimeException e) {
            throw damaged(manifest, chunk, part, "is no Arrow batch (" + e + ")");
        }
        if (!RowHash.sha256(batch).equals(part.sha256())) {
            throw damaged(manifest, chunk, part, "does not match its checksum");
        }
        return batch;
    }

    private Problem damaged(Manifest manifest, int chunk, Part part, String how) {
        writer.damage(new Damage(manifest.id().hex(), chunk));
        return new Problem(
                Kind.INTERNAL,
                DAMAGED,
                "Chunk %d of dataset %s (%s, offset %d of %s) %s."
                        .formatted(chunk, manifest.id().brief(), part.table(), part.offset(), part.topic(), how),
                "Ask for the dataset again: the chunk is then made again.",
                Map.of(
                        "id", manifest.id().hex(),
                        "chunk", String.valueOf(chunk),
                        "table", part.table(),
                        "topic", part.topic(),
                        "offset", String.valueOf(part.offset()),
                        "how", how));
    }

    private static TableSchema table(Manifest manifest, String table) {
        for (var schema : manifest.tables()) {
            if (schema.name().equals(table)) {
                return schema;
            }
        }
        throw new Problem(
                Kind.NOT_FOUND,
                "TABLE_NOT_FOUND",
                "Dataset %s of stage %s has no table '%s'."
                        .formatted(manifest.id().brief(), manifest.stage(), table),
                "It has "
                        + String.join(
                                ", ",
                                manifest.tables().stream().map(t -> t.name()).toList()) + ".",
                Map.of("id", manifest.id().hex(), "table", table));
    }
}
