package io.brainwright.connectome.service;

import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The synapses and touching pairs of a range of targets. */
final class LocalRows {
    private final long first;
    private final long end;
    private final List<Row> synapses = new ArrayList<>();
    private final List<Row> connections = new ArrayList<>();
    private final Map<Long, Set<Long>> partners = new HashMap<>();

    /** A row of a batch. */
    record Row(Batch batch, int row) {
        long target() {
            return batch.longs("target_node_id")[row];
        }

        long source() {
            return batch.longs("source_node_id")[row];
        }
    }

    LocalRows(long first, long end) {
        this.first = first;
        this.end = end;
    }

    /** Takes the pairs of a chunk that are in the range; says whether there were some. */
    boolean addConnections(Batch pairs) {
        int before = connections.size();
        within(pairs, connections);
        connections
                .subList(before, connections.size())
                .forEach(r -> partners.computeIfAbsent(r.target(), _ -> new HashSet<>())
                        .add(r.source()));
        return connections.size() > before;
    }

    void addSynapses(Batch rows) {
        within(rows, synapses);
    }

    private void within(Batch rows, List<Row> into) {
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
}
