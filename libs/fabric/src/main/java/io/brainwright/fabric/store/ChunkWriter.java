package io.brainwright.fabric.store;

import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.table.ArrowCodec;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.BatchSplit;
import io.brainwright.fabric.table.RowHash;
import io.brainwright.fabric.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Writes the rows of one attempt at one chunk.
 *
 * <p>Rows are gathered into records of about 8 MiB. A chunk of a dataset of n chunks goes to the stage's shared topic while it
 * holds less than 1 MiB / n, so that never more than 1 MiB of a dataset lies there; a larger one goes to the dataset's own
 * topic, made when first needed.
 */
public final class ChunkWriter {
    private static final long RECORD_BYTES = 8L << 20;
    private static final long SMALL_DATASET_BYTES = 1L << 20;

    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final Place place;
    private final Map<TableSchema, List<Batch>> gathered = new LinkedHashMap<>();
    private final Map<TableSchema, Long> gatheredBytes = new LinkedHashMap<>();
    private final List<Encoded> held = new ArrayList<>();
    private final List<Encoded> sent = new ArrayList<>();
    private final List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
    private long heldBytes;
    private boolean large;

    /**
     * Where an attempt belongs.
     *
     * @param dataset id of the dataset
     * @param stage its stage
     * @param chunk index of the chunk
     * @param chunkCount number of chunks
     * @param attempt unlike any other attempt's name
     */
    public record Place(String dataset, String stage, int chunk, int chunkCount, String attempt) {}

    /** A record; its checksums are worked out while it is on its way. */
    private record Encoded(String table, int rows, CompletableFuture<RowHash> hash, byte[] bytes) {}

    public ChunkWriter(Producer<String, byte[]> producer, Topics topics, Place place) {
        this.producer = producer;
        this.topics = topics;
        this.place = place;
    }

    /** Adds rows. */
    public void write(Batch rows) {
        for (var piece : BatchSplit.split(rows, RECORD_BYTES)) {
            var schema = piece.schema();
            long size = BatchSplit.bytes(piece);
            if (gatheredBytes.getOrDefault(schema, 0L) + size > RECORD_BYTES) {
                flush(schema);
            }
            gathered.computeIfAbsent(schema, _ -> new ArrayList<>()).add(piece);
            gatheredBytes.merge(schema, size, Long::sum);
        }
    }

    /** Cuts what was gathered into records; those of a large chunk are sent at once. */
    public void share() {
        for (var schema : List.copyOf(gathered.keySet())) {
            flush(schema);
        }
    }

    /** Records that Kafka holds by now, without those told of before. */
    public List<ChunkEntry.Part> arrived(int before) {
        var parts = new ArrayList<ChunkEntry.Part>();
        for (int i = before; i < sent.size() && acknowledgements.get(i).state() == Future.State.SUCCESS; i++) {
            parts.add(part(i, acknowledgements.get(i).resultNow()));
        }
        return parts;
    }

    /** Writes what is left, and returns where everything lies, once Kafka has it all. */
    public ChunkEntry finish(String label) throws InterruptedException, ExecutionException {
        share();
        if (!large) {
            sendHeld(Topics.small(place.stage()));
        }
        var parts = new ArrayList<ChunkEntry.Part>();
        for (int i = 0; i < sent.size(); i++) {
            parts.add(part(i, acknowledgements.get(i).get()));
        }
        return new ChunkEntry(place.chunk(), label, parts);
    }

    private ChunkEntry.Part part(int number, RecordMetadata at) {
        var e = sent.get(number);
        return new ChunkEntry.Part(
                e.table(),
                at.topic(),
                at.partition(),
                at.offset(),
                e.rows(),
                at.serializedValueSize(),
                e.hash().join().sha256(),
                e.hash().join().sum());
    }

    private void flush(TableSchema schema) {
        var batches = gathered.remove(schema);
        gatheredBytes.remove(schema);
        if (batches == null) {
            return;
        }
        var rows = batches.size() == 1 ? batches.getFirst() : Batch.concat(schema, batches);
        if (rows.rowCount() == 0) {
            return;
        }
        var hash = CompletableFuture.supplyAsync(() -> RowHash.of(rows));
        var encoded = new Encoded(schema.name(), rows.rowCount(), hash, ArrowCodec.encode(rows));
        held.add(encoded);
        heldBytes += encoded.bytes().length;
        if (!large && heldBytes * place.chunkCount() >= SMALL_DATASET_BYTES) {
            large = true;
            topics.ensureData(place.dataset());
        }
        if (large) {
            sendHeld(Topics.data(place.dataset()));
        }
    }

    private void sendHeld(String topic) {
        for (var e : held) {
            var key = "%s/%d/%s/%d".formatted(place.dataset(), place.chunk(), place.attempt(), sent.size());
            acknowledgements.add(producer.send(new ProducerRecord<>(topic, 0, key, e.bytes())));
            sent.add(new Encoded(e.table(), e.rows(), e.hash(), new byte[0]));
        }
        held.clear();
    }
}
