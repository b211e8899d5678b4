package io.brainwright.fabric.dataset;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the catalogue says of a finished dataset.
 *
 * @param id its name
 * @param stage the stage that made it
 * @param version version of that stage's algorithm
 * @param request canonical JSON of the request, with its defaults and seed
 * @param inputs ids of the datasets that it was made from, in order
 * @param tables schemas of its tables
 * @param chunks its pieces
 * @param rowHash per table, the sum modulo 2^128 of the rows' 128-bit hashes, in hexadecimal
 * @param rows per table, the number of rows
 * @param bytes bytes on the wire
 * @param startedMillis wall clock when its build began; never part of the id
 * @param seconds wall time of the build; never part of the id
 */
public record Manifest(
        DatasetId id,
        String stage,
        int version,
        String request,
        List<DatasetId> inputs,
        List<TableSchema> tables,
        List<ChunkEntry> chunks,
        Map<String, String> rowHash,
        Map<String, Long> rows,
        long bytes,
        long startedMillis,
        double seconds) {
    public Manifest {
        inputs = List.copyOf(inputs);
        tables = List.copyOf(tables);
        chunks = List.copyOf(chunks);
        rowHash = Map.copyOf(rowHash);
        rows = Map.copyOf(rows);
    }

    /** The same with schemas that others have too: there are few, and they are most of what a manifest weighs in memory. */
    public Manifest sharing(UnaryOperator<TableSchema> schemas) {
        var shared = tables.stream().map(schemas).toList();
        return new Manifest(
                id, stage, version, request, inputs, shared, chunks, rowHash, rows, bytes, startedMillis, seconds);
    }

    /**
     * The request as a message; fields that this version does not know are passed over.
     *
     * @param empty builder of the stage's request
     * @throws Problem INTERNAL where it cannot be read
     */
    public <B extends Message.Builder> B requestInto(B empty) {
        try {
            JsonFormat.parser().ignoringUnknownFields().merge(request, empty);
            return empty;
        } catch (InvalidProtocolBufferException damaged) {
            throw new Problem(
                    Kind.INTERNAL,
                    "REQUEST_UNREADABLE",
                    "The request of %s %s cannot be read: %s".formatted(stage, id.brief(), damaged.getMessage()),
                    "Build it again.",
                    Map.of("dataset", id.hex(), "stage", stage),
                    List.of(),
                    damaged);
        }
    }

    /** Schema of one of the tables. */
    public TableSchema table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }
}
