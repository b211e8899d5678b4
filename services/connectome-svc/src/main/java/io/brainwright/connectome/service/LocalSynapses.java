package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import java.util.List;

/** Synapses that others are joined to: handed out by ranges of their targets, whatever their chunks are; each range reads the chunks that hold it. */
final class LocalSynapses {
    private static final String TARGET = "target_node_id";

    private final Datasets datasets;
    private final DatasetId id;
    private final KeyRanges targets;

    LocalSynapses(Datasets datasets, DatasetId id) {
        this.datasets = datasets;
        this.id = id;
        targets = new KeyRanges(datasets.manifest(id).chunks().size());
    }

    /** Rows with targets in first..end-1. */
    LocalRows range(long first, long end) {
        var rows = new LocalRows(first, end);
        for (int chunk = 0; chunk < targets.chunks(); chunk++) {
            if (targets.mayHold(chunk, first, end)) {
                var pairs = datasets.read(id, "connections", chunk);
                targets.read(chunk, pairs, TARGET);
                if (rows.addConnections(pairs)) {
                    rows.addSynapses(datasets.read(id, "synapses", chunk));
                }
            }
        }
        return rows;
    }

    /** What is known of the pathways, in the order of the chunks. */
    List<Batch> pathways() {
        return datasets.manifest(id).chunks().stream()
                .map(c -> datasets.read(id, "pathways", c.index()))
                .filter(rows -> rows.rowCount() > 0)
                .toList();
    }
}
