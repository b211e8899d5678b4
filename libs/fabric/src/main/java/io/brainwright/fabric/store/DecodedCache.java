package io.brainwright.fabric.store;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.BatchSplit;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Batches read last, since stages read the same inputs for chunk after chunk. Bounded by bytes; the eldest goes first. */
final class DecodedCache {
    private static final long LIMIT_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 8);

    private final LinkedHashMap<String, Batch> batches = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized @Nullable Batch get(String key) {
        return batches.get(key);
    }

    synchronized void put(String key, Batch batch) {
        long size = BatchSplit.bytes(batch);
        if (size > LIMIT_BYTES / 4 || batches.put(key, batch) != null) {
            return;
        }
        bytes += size;
        var eldest = batches.values().iterator();
        while (bytes > LIMIT_BYTES && eldest.hasNext()) {
            bytes -= BatchSplit.bytes(eldest.next());
            eldest.remove();
        }
    }
}
