package io.brainwright.connectome.service;

import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of the tables that edits write: chosen rows of any column, and the counts of a touching pair. */
final class Rows {
    private static final List<String> COUNTED = ConnectomeTables.EDITED_CONNECTIONS.columns().stream()
            .map(c -> c.name())
            .filter(name -> !name.endsWith("_node_id"))
            .toList();

    /** How many counts a touching pair has. */
    static final int COUNTS = COUNTED.size();

    static final int SYNAPSES = COUNTED.indexOf("synapses");
    static final int BY_EDIT = COUNTED.indexOf("removed_by_edit");
    static final int ADDED = COUNTED.indexOf("added_by_edit");

    private Rows() {}

    /** These rows of a column, in this order; synapses have columns of these three types. */
    static Object take(Object values, int[] rows) {
        return switch (values) {
            case long[] longs -> Arrays.stream(rows).mapToLong(i -> longs[i]).toArray();
            case int[] ints -> Arrays.stream(rows).map(i -> ints[i]).toArray();
            case float[] floats -> {
                float[] taken = new float[rows.length];
                for (int i = 0; i < taken.length; i++) {
                    taken[i] = floats[rows[i]];
                }
                yield taken;
            }
            default -> throw new AssertionError("no column of synapses holds " + values.getClass());
        };
    }

    /** The counts of all touching pairs, one array per count; what only edits count is zero in a table that no edit wrote. */
    static List<int[]> counts(Batch connections) {
        return COUNTED.stream()
                .map(name -> connections.schema().columns().stream()
                                .anyMatch(c -> c.name().equals(name))
                        ? connections.ints(name).clone()
                        : new int[connections.rowCount()])
                .toList();
    }

    /** The counts of one pair. */
    static int[] row(List<int[]> counts, int row) {
        return counts.stream().mapToInt(of -> of[row]).toArray();
    }

    /** The table of connections, from one array per count. */
    static Batch table(long[] sources, long[] targets, List<int[]> counts) {
        var columns = new ArrayList<Object>(List.of(sources, targets));
        columns.addAll(counts);
        return Batch.of(ConnectomeTables.EDITED_CONNECTIONS, columns);
    }

    /** The table of connections, from the counts of each pair. */
    static Batch connections(long[] sources, long[] targets, List<int[]> pairs) {
        var counts = new ArrayList<int[]>();
        for (int c = 0; c < COUNTS; c++) {
            int count = c;
            counts.add(pairs.stream().mapToInt(row -> row[count]).toArray());
        }
        return table(sources, targets, counts);
    }
}
