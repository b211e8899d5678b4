package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.hdf5.Columns;
import java.nio.file.Path;
import java.util.Set;

/**
 * Gap junctions as an electrical population: each is two edges, one in each direction, which name each other by the junction ids of their sides.
 */
final class ReleasedGaps {
    static final String FILE = "edges_electrical.h5";
    private static final Set<String> ENDS = Set.of("source_node_id", "target_node_id");

    private ReleasedGaps() {}

    static String population(String cells) {
        return "%s__%s__electrical".formatted(cells, cells);
    }

    /** Writes them; gives how many gap junctions there are. */
    static int write(
            Datasets datasets,
            DatasetId made,
            Path folder,
            String population,
            ReleasedCells cells,
            ReleasedShapes shapes) {
        var rows = datasets.read(made, "gap_junctions");
        long[] low = cells.rows(rows.longs("source_node_id"));
        long[] high = cells.rows(rows.longs("target_node_id"));
        var one = SonataColumns.of(rows, ENDS);
        shapes.renumber(one, "afferent", high);
        shapes.renumber(one, "efferent", low);
        EdgesWriter.writeAny(
                folder.resolve(FILE),
                population(population),
                new EdgesWriter.End(population, cells.count(), joined(low, high)),
                new EdgesWriter.End(population, cells.count(), joined(high, low)),
                bothWays(one));
        return rows.rowCount();
    }

    /** The junctions, and after them the same with both sides exchanged. The side on the lower cell of junction j is 2 j, the other 2 j + 1. */
    private static Columns bothWays(Columns one) {
        int n = one.rows();
        var both = new Columns(2 * n);
        for (var name : one.names()) {
            var mirrored = name.startsWith("afferent_")
                    ? name.replace("afferent_", "efferent_")
                    : name.replace("efferent_", "afferent_");
            both.put(name, joined(one.array(name), one.array(mirrored)));
        }
        int[] lower = new int[n];
        int[] higher = new int[n];
        for (int j = 0; j < n; j++) {
            lower[j] = 2 * j;
            higher[j] = 2 * j + 1;
        }
        return both.put("afferent_junction_id", joined(higher, lower))
                .put("efferent_junction_id", joined(lower, higher));
    }

    private static Object joined(Object first, Object second) {
        return switch (first) {
            case int[] ints -> joined(ints, (int[]) second);
            case float[] floats -> {
                float[] all = java.util.Arrays.copyOf(floats, 2 * floats.length);
                System.arraycopy((float[]) second, 0, all, floats.length, floats.length);
                yield all;
            }
            default ->
                throw new IllegalArgumentException(
                        "a column of " + first.getClass().getSimpleName());
        };
    }

    private static int[] joined(int[] first, int[] second) {
        int[] all = java.util.Arrays.copyOf(first, 2 * first.length);
        System.arraycopy(second, 0, all, first.length, first.length);
        return all;
    }

    private static long[] joined(long[] first, long[] second) {
        long[] all = java.util.Arrays.copyOf(first, 2 * first.length);
        System.arraycopy(second, 0, all, first.length, first.length);
        return all;
    }
}
