package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The synapses and touching pairs of a range of targets, as another dataset has them, whatever its chunks are. */
final class LocalRows {
    private final List<Row> synapses = new ArrayList<>();
    private final List<Row> connections = new ArrayList<>();
    private final Map<Long, Set<Long>> partners = new HashMap<>();
    private final Optional<Batch> pathways;

    /** A row of a batch. */
    record Row(Batch batch, int row) {
        long target() {
            return batch.longs("target_node_id")[row];
        }

        long source() {
            return batch.longs("source_node_id")[row];
        }
    }

    LocalRows(Datasets datasets, DatasetId id, long first, long end) {
        Batch found = null;
        for (var chunk : datasets.manifest(id).chunks()) {
            var pairs = datasets.read(id, "connections", chunk.index());
            int before = connections.size();
            within(pairs, first, end, connections);
            if (connections.size() > before) {
                within(datasets.read(id, "synapses", chunk.index()), first, end, synapses);
            }
            var rows = datasets.read(id, "pathways", chunk.index());
            found = rows.rowCount() > 0 ? rows : found;
        }
        connections.forEach(
                r -> partners.computeIfAbsent(r.target(), _ -> new HashSet<>()).add(r.source()));
        pathways = Optional.ofNullable(found);
    }

    private static void within(Batch rows, long first, long end, List<Row> into) {
        long[] targets = rows.longs("target_node_id");
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] >= first && targets[i] < end) {
                into.add(new Row(rows, i));
            }
        }
    }

    List<Row> synapses() {
        return synapses;
    }

    List<Row> connections() {
        return connections;
    }

    /** Cells whose axon touches a target. */
    Set<Long> partners(long target) {
        return partners.getOrDefault(target, Set.of());
    }

    Optional<Batch> pathways() {
        return pathways;
    }
}
