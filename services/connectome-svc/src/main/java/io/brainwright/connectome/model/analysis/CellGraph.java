package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/**
 * Who contacts whom: a directed graph without loops, one edge per connection, in compressed sparse rows.
 *
 * <p>The targets of cell a stand at {@code begin(a) .. end(a) - 1}, ascending; so do its sources in {@link #reversed()}.
 */
public final class CellGraph {
    private static final int[] UNCOUNTED = {};

    private final int[] first;
    private final int[] other;
    private final int[] synapses;

    private CellGraph(int[] first, int[] other, int[] synapses) {
        this.first = first;
        this.other = other;
        this.synapses = synapses;
    }

    /**
     * @param cells number of cells; they are 0 .. cells - 1
     * @param source sending cell of each connection, in any order
     * @param target receiving cell of each
     * @param synapses how many synapses each has
     */
    public static CellGraph of(int cells, int[] source, int[] target, int[] synapses) {
        assert source.length == target.length && target.length == synapses.length : "one entry per connection";
        var graph = byRow(cells, target, source, synapses).reversed();
        for (int a = 0; a < cells; a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                assert graph.other(e) != a : "loop at " + a;
                assert e == graph.begin(a) || graph.other(e - 1) < graph.other(e) : "double connection from " + a;
            }
        }
        return graph;
    }

    /** A graph that knows connections but not how many synapses each has; one each is what {@link #synapses} answers. */
    public static CellGraph ofPairs(int cells, int[] source, int[] target) {
        return byRow(cells, target, source, UNCOUNTED).reversed();
    }

    private static CellGraph byRow(int cells, int[] row, int[] column, int[] synapses) {
        int[] first = new int[cells + 1];
        for (int r : row) {
            first[r + 1]++;
        }
        for (int c = 0; c < cells; c++) {
            first[c + 1] += first[c];
        }
        int[] next = Arrays.copyOf(first, cells);
        int[] other = new int[row.length];
        int[] counts = synapses.length == 0 ? UNCOUNTED : new int[row.length];
        for (int e = 0; e < row.length; e++) {
            int at = next[row[e]]++;
            other[at] = column[e];
            if (counts.length > 0) {
                counts[at] = synapses[e];
            }
        }
        return new CellGraph(first, other, counts);
    }

    public int cells() {
        return first.length - 1;
    }

    /** Number of connections. */
    public int connections() {
        return other.length;
    }

    public int begin(int cell) {
        return first[cell];
    }

    public int end(int cell) {
        return first[cell + 1];
    }

    public int degree(int cell) {
        return first[cell + 1] - first[cell];
    }

    /** The cell at the other end of an edge. */
    public int other(int edge) {
        return other[edge];
    }

    /** The other ends of all edges, for loops that cannot afford a call; not to be changed. */
    int[] others() {
        return other;
    }

    public int synapses(int edge) {
        return synapses.length == 0 ? 1 : synapses[edge];
    }

    public boolean connects(int from, int to) {
        return Arrays.binarySearch(other, first[from], first[from + 1], to) >= 0;
    }

    /** The same connections seen from their targets; rows ascend, because rows are visited in order. */
    public CellGraph reversed() {
        int[] row = new int[other.length];
        for (int a = 0; a < cells(); a++) {
            Arrays.fill(row, first[a], first[a + 1], a);
        }
        return byRow(cells(), other, row, synapses);
    }

    /**
     * The connections among some cells, which are numbered anew in the order given.
     *
     * @param members cells, ascending
     */
    public CellGraph among(int[] members) {
        int[] place = new int[cells()];
        Arrays.fill(place, -1);
        for (int m = 0; m < members.length; m++) {
            place[members[m]] = m;
        }
        int[] begins = new int[members.length + 1];
        int[] kept = new int[other.length];
        int[] counts = synapses.length == 0 ? UNCOUNTED : new int[other.length];
        int n = 0;
        for (int m = 0; m < members.length; m++) {
            for (int e = begin(members[m]); e < end(members[m]); e++) {
                if (place[other[e]] >= 0) {
                    kept[n] = place[other[e]];
                    if (counts.length > 0) {
                        counts[n] = synapses[e];
                    }
                    n++;
                }
            }
            begins[m + 1] = n;
        }
        return new CellGraph(begins, Arrays.copyOf(kept, n), Arrays.copyOf(counts, Math.min(n, counts.length)));
    }

    /** Share of the ordered pairs that are connected: {@code p = E / (n (n - 1))}. */
    public double density() {
        return connections() / ((double) cells() * (cells() - 1));
    }
}
