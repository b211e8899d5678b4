package io.brainwright.render.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.morphology.Morphology;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds cells' shapes without holding them: it remembers only which chunk has which cell, and reads on where it does not know. */
final class Shapes {
    private final Datasets datasets;
    private final Optional<DatasetId> grown;
    private final Map<Long, Integer> chunkOf = new HashMap<>();
    private int read;

    Shapes(Datasets datasets, Optional<DatasetId> grown) {
        this.datasets = datasets;
        this.grown = grown;
    }

    /** The shape of a cell; null for one that has none, such as glia or cells that were only placed. */
    @Nullable
    Morphology of(long node_id) {
        if (grown.isEmpty()) {
            return null;
        }
        var id = grown.get();
        var chunk = chunk(id, node_id);
        if (chunk == null) {
            return null;
        }
        var batch = datasets.read(id, MorphologyTable.NAME, chunk);
        var ids = batch.longs("node_id");
        for (int row = 0; row < ids.length; row++) {
            if (ids[row] == node_id) {
                return MorphologyTable.morphology(batch, row);
            }
        }
        throw new AssertionError("chunk %d had cell %d before".formatted(chunk, node_id));
    }

    private synchronized @Nullable Integer chunk(DatasetId id, long node_id) {
        int chunks = datasets.manifest(id).chunks().size();
        while (!chunkOf.containsKey(node_id) && read < chunks) {
            for (long held : datasets.read(id, MorphologyTable.NAME, read).longs("node_id")) {
                chunkOf.put(held, read);
            }
            read++;
        }
        return chunkOf.get(node_id);
    }
}
