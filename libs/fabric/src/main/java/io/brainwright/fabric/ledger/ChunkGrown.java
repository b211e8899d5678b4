package io.brainwright.fabric.ledger;

import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.TableSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows of a dataset of one chunk lie on Kafka already, while the rest is still being made.
 *
 * @param run run whose task this is
 * @param dataset id of the dataset
 * @param attempt name of the attempt; a new one begins anew
 * @param start what is made; only with the first parts
 * @param first how many parts were told of before
 * @param parts the next ones
 */
public record ChunkGrown(
        String run,
        String dataset,
        String attempt,
        @Nullable Start start,
        int first,
        List<ChunkEntry.Part> parts) {
    public ChunkGrown {
        parts = List.copyOf(parts);
    }

    /**
     * What a reader must know of the whole.
     *
     * @param stage the stage that makes it
     * @param version version of its algorithm
     * @param request the complete request, protobuf JSON
     * @param inputs ids of what it is made from
     * @param tables schemas of its tables
     * @param startedMillis wall clock when the attempt began
     */
    public record Start(
            String stage,
            int version,
            String request,
            List<DatasetId> inputs,
            List<TableSchema> tables,
            long startedMillis) {
        public Start {
            inputs = List.copyOf(inputs);
            tables = List.copyOf(tables);
        }

        /** The manifest as far as it goes: no hash of the whole, for there is no whole yet. */
        Manifest soFar(DatasetId id, ChunkEntry entry) {
            var rows = new java.util.HashMap<String, Long>();
            tables.forEach(table -> rows.put(table.name(), 0L));
            entry.parts().forEach(part -> rows.merge(part.table(), (long) part.rows(), Long::sum));
            long bytes =
                    entry.parts().stream().mapToLong(ChunkEntry.Part::bytes).sum();
            return new Manifest(
                    id,
                    stage,
                    version,
                    request,
                    inputs,
                    tables,
                    List.of(entry),
                    Map.of(),
                    rows,
                    bytes,
                    startedMillis,
                    0);
        }
    }
}
