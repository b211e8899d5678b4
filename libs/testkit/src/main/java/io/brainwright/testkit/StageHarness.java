package io.brainwright.testkit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs stages in memory, without Kafka: the same chunks, the same rows. What it builds stays readable for the next stage.
 */
public final class StageHarness implements Datasets {
    private final Map<DatasetId, Manifest> manifests = new HashMap<>();
    private final Map<DatasetId, List<Map<String, List<Batch>>>> rows = new HashMap<>();

    /** Completes the request, makes every chunk in order, and keeps the result under a fresh id. */
    public <R extends Message> DatasetId run(Stage<R> stage, R request) {
        var complete = stage.complete(request);
        var id = new DatasetId("%064x".formatted(manifests.size() + 1));
        var chunkRows = new ArrayList<Map<String, List<Batch>>>();
        var entries = new ArrayList<ChunkEntry>();
        for (var chunk : stage.chunks(complete, this)) {
            var made = new HashMap<String, List<Batch>>();
            stage.make(complete, chunk, this, new ChunkSink() {
                @Override
                public void write(Batch batch) {
                    made.computeIfAbsent(batch.schema().name(), _ -> new ArrayList<>())
                            .add(batch);
                }

                @Override
                public void progress(long done, String detail) {
                    assert done >= 0 && done <= chunk.amount() : "done=" + done + " of " + chunk.amount();
                }
            });
            chunkRows.add(made);
            entries.add(new ChunkEntry(chunk.index(), chunk.label(), parts(made)));
        }
        var tables = stage.tables(complete);
        var counts = tables.stream()
                .collect(Collectors.toMap(
                        t -> t.name(),
                        t -> chunkRows.stream()
                                .flatMap(c -> c.getOrDefault(t.name(), List.of()).stream())
                                .mapToLong(Batch::rowCount)
                                .sum()));
        rows.put(id, chunkRows);
        manifests.put(
                id,
                new Manifest(
                        id,
                        stage.name(),
                        stage.version(),
                        json(complete),
                        stage.inputs(complete),
                        tables,
                        entries,
                        Map.of(),
                        counts,
                        0,
                        0,
                        0));
        return id;
    }

    /** As many rows as were written, at no place of a broker. */
    private static List<ChunkEntry.Part> parts(Map<String, List<Batch>> made) {
        return made.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(b -> new ChunkEntry.Part(e.getKey(), "", 0, 0, b.rowCount(), 0, "", "")))
                .toList();
    }

    @Override
    public Manifest manifest(DatasetId id) {
        var found = manifests.get(id);
        if (found == null) {
            throw new Problem(
                    Kind.NOT_FOUND, "DATASET_NOT_FOUND", "There is no dataset " + id + ".", "", Map.of("id", id.hex()));
        }
        return found;
    }

    @Override
    public Batch read(DatasetId id, String table) {
        var parts = new ArrayList<Batch>();
        for (int c = 0; c < manifest(id).chunks().size(); c++) {
            parts.add(read(id, table, c));
        }
        return Batch.concat(manifest(id).table(table), parts);
    }

    @Override
    public Batch read(DatasetId id, String table, int chunk) {
        var made = rows.get(id);
        if (made == null) {
            throw new AssertionError("no rows of " + id);
        }
        return Batch.concat(manifest(id).table(table), made.get(chunk).getOrDefault(table, List.of()));
    }

    @Override
    public List<Manifest> list() {
        return List.copyOf(manifests.values());
    }

    /** As the fabric keeps it. */
    private static String json(Message request) {
        try {
            return JsonFormat.printer()
                    .preservingProtoFieldNames()
                    .omittingInsignificantWhitespace()
                    .print(request);
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
