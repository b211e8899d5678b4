package io.brainwright.connectome.service;

import io.brainwright.fabric.work.ChunkSpec;
import java.util.ArrayList;
import java.util.List;

/** Cuts the cells of a circuit into ranges of target ids that begin at multiples of their size. */
final class TargetChunks {
    private TargetChunks() {}

    /**
     * @param ids of all cells, ascending
     * @param targetsPerChunk size of a range
     */
    static List<ChunkSpec> of(long[] ids, int targetsPerChunk) {
        var chunks = new ArrayList<ChunkSpec>();
        int at = 0;
        while (at < ids.length) {
            long first = ids[at] / targetsPerChunk * targetsPerChunk;
            long end = first + targetsPerChunk;
            int begin = at;
            while (at < ids.length && ids[at] < end) {
                at++;
            }
            chunks.add(new ChunkSpec(chunks.size(), "cells %d..%d".formatted(first, end - 1), first, end, at - begin));
        }
        return chunks;
    }
}
