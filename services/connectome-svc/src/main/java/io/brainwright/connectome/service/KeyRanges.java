package io.brainwright.connectome.service;

import io.brainwright.fabric.table.Batch;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Which keys the chunks of a table hold, learned as they are read: a chunk that is known to hold none of a range is not read again. */
final class KeyRanges {
    private final AtomicReferenceArray<Range> byChunk;

    /** From the least to the greatest key; none where the greatest is less. */
    private record Range(long least, long greatest) {}

    KeyRanges(int chunks) {
        byChunk = new AtomicReferenceArray<>(chunks);
    }

    int chunks() {
        return byChunk.length();
    }

    /** Whether a chunk may hold keys in first..end-1. */
    boolean mayHold(int chunk, long first, long end) {
        var known = byChunk.get(chunk);
        return known == null || known.least() < end && known.greatest() >= first;
    }

    /** Remembers what a chunk holds. */
    void read(int chunk, Batch rows, String key) {
        if (byChunk.get(chunk) == null) {
            long[] keys = rows.longs(key);
            byChunk.set(
                    chunk,
                    new Range(
                            Arrays.stream(keys).min().orElse(Long.MAX_VALUE),
                            Arrays.stream(keys).max().orElse(Long.MIN_VALUE)));
        }
    }
}
