package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSpec;
import java.util.List;
import java.util.function.ToIntFunction;

/** What a build, or an edit of it, wrote of one pair in its table of connections; only the chunk of the target is read. */
final class StoredPair {
    private static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    private final Datasets datasets;
    private final int chunk;
    private final long source;
    private final long target;

    /** What was found and what each rule took. */
    record Counts(
            int appositions,
            int byDistance,
            int byTarget,
            int byReduction,
            int byCut,
            int byActivation,
            int synapses) {}

    /**
     * What edits did to the synapses of a pair.
     *
     * @param removed taken
     * @param added given
     * @param left there now
     */
    record Edits(int removed, int added, int left) {}

    /**
     * @param chunks ranges of target ids, as the build had them
     */
    StoredPair(Datasets datasets, List<ChunkSpec> chunks, long source, long target) {
        this.datasets = datasets;
        this.source = source;
        this.target = target;
        this.chunk = chunks.stream()
                .filter(c -> c.first() <= target && target < c.end())
                .findFirst()
                .orElseThrow()
                .index();
    }

    /** All zero where the pair does not touch. */
    Counts of(Manifest built) {
        var rows = connections(built);
        int row = row(rows);
        ToIntFunction<String> value = name -> rows.ints(name)[row];
        return row < 0
                ? NONE
                : new Counts(
                        value.applyAsInt("appositions"),
                        value.applyAsInt("removed_by_distance"),
                        value.applyAsInt("removed_by_target"),
                        value.applyAsInt("removed_by_reduction"),
                        value.applyAsInt("removed_by_cut"),
                        value.applyAsInt("removed_by_activation"),
                        value.applyAsInt("synapses"));
    }

    /** What edits did to the pair. */
    Edits edits(Manifest edited) {
        var rows = connections(edited);
        int row = row(rows);
        return row < 0
                ? new Edits(0, 0, 0)
                : new Edits(
                        count(rows, row, "removed_by_edit"),
                        count(rows, row, "added_by_edit"),
                        rows.ints("synapses")[row]);
    }

    private static int count(Batch rows, int row, String name) {
        return rows.schema().columns().stream().anyMatch(c -> c.name().equals(name)) ? rows.ints(name)[row] : 0;
    }

    private Batch connections(Manifest of) {
        return datasets.read(of.id(), "connections", chunk);
    }

    private int row(Batch rows) {
        long[] sources = rows.longs("source_node_id");
        long[] targets = rows.longs("target_node_id");
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] == source && targets[i] == target) {
                return i;
            }
        }
        return -1;
    }
}
