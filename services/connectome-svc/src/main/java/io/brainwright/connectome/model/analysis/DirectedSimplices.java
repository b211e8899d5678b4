package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/**
 * Counts directed simplices exactly.
 *
 * <p>A directed k-simplex is an ordered list of k + 1 distinct cells with a connection from every earlier to every later one: an
 * all-to-all feed-forward motif with one source and one sink. A mutual connection can give several simplices on the same cells.
 * In a directed Erdős–Rényi graph of n cells and density p one expects
 *
 * <pre>{@code
 *   E[S_k] = n (n-1) ... (n-k) p^(k (k+1) / 2)
 * }</pre>
 *
 * <p>Method: the simplices that begin at a cell u lie in its targets. Their connections fill a small matrix of bits, one row a target
 * ({@link LocalTargets}). The simplices that begin u, v lie in the row of v, mostly less than 64 cells: its rows are squeezed to one
 * word each, and every further dimension is one AND and one population count ({@link NarrowCount}, {@link WideCount} where it is wider).
 *
 * @see <a href="https://doi.org/10.3389/fncom.2017.00048">Reimann et al. 2017, Cliques of neurons bound into cavities</a>
 */
public final class DirectedSimplices {
    private static final int MOST_DIMENSIONS = 4096;

    private DirectedSimplices() {}

    /**
     * Simplices of dimensions 0 .. maxDimension: cells, connections, directed triangles, ...
     *
     * @param maxDimension at least 1
     */
    public static long[] count(CellGraph graph, int maxDimension) {
        assert maxDimension >= 1 : "maxDimension=" + maxDimension;
        long[] counts = new long[maxDimension + 1];
        counts[0] = graph.cells();
        counts[1] = graph.connections();
        if (maxDimension > 1) {
            var local = new LocalTargets(TargetWords.of(graph));
            var narrow = new NarrowCount(counts);
            var wide = new WideCount(counts);
            for (int u = 0; u < graph.cells(); u++) {
                local.of(u);
                for (int i = 0; i < local.size(); i++) {
                    int found = local.countOf(i);
                    counts[2] += found;
                    if (found > 1 && maxDimension > 2) {
                        if (found <= Long.SIZE) {
                            narrow.from(local, i);
                        } else {
                            wide.from(local, i);
                        }
                    }
                }
            }
        }
        return counts;
    }

    /** Simplices of every dimension that there is. */
    public static long[] countAll(CellGraph graph) {
        long[] counts = count(graph, MOST_DIMENSIONS);
        int last = counts.length - 1;
        while (last > 0 && counts[last] == 0) {
            last--;
        }
        return Arrays.copyOf(counts, last + 1);
    }

    /** What chance gives: the expectation for a directed Erdős–Rényi graph. */
    public static double byChance(long cells, double density, int dimension) {
        double expected = 1;
        for (int i = 0; i <= dimension; i++) {
            expected *= (cells - i) * StrictMath.pow(density, i);
        }
        return expected;
    }
}
