package io.brainwright.fabric.build;

import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.RowHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Sums chunks up to the manifest of their dataset. */
final class Manifests {
    private Manifests() {}

    /**
     * @param order what was built
     * @param chunks all of its chunks, in order
     * @param startedMillis when the build began, in ms since 1970
     * @param seconds how long it took
     */
    static Manifest of(Run.Order order, Collection<ChunkEntry> chunks, long startedMillis, double seconds) {
        var hash = new HashMap<String, String>();
        var rows = new HashMap<String, Long>();
        for (var table : order.tables()) {
            hash.put(table.name(), RowHash.ZERO);
            rows.put(table.name(), 0L);
        }
        long bytes = 0;
        for (var chunk : chunks) {
            for (var part : chunk.parts()) {
                hash.merge(part.table(), part.rowHash(), RowHash::add);
                rows.merge(part.table(), (long) part.rows(), Long::sum);
                bytes += part.bytes();
            }
        }
        return new Manifest(
                order.id(),
                order.stage(),
                order.version(),
                order.identity(),
                order.inputs(),
                order.tables(),
                List.copyOf(chunks),
                hash,
                rows,
                bytes,
                startedMillis,
                seconds);
    }
}
