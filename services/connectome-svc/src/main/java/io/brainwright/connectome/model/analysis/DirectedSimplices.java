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
 * <p>Method: the simplices that begin at a cell u lie in its targets. Their connections fill a small matrix of bits, one row a target;
 * a row ANDed with the candidates so far gives the candidates of the next dimension, whose number is a population count.
 *
 * @see <a href="https://doi.org/10.3389/fncom.2017.00048">Reimann et al. 2017, Cliques of neurons bound into cavities</a>
 */
public final class DirectedSimplices {
    private final CellGraph graph;
    private final long[] counts;
    private final int[] place;
    private long[][] after = new long[0][];
    private int words;
    private long[][] candidates = new long[0][];

    private DirectedSimplices(CellGraph graph, int maxDimension) {
        this.graph = graph;
        counts = new long[maxDimension + 1];
        place = new int[graph.cells()];
        Arrays.fill(place, -1);
    }

    /**
     * Simplices of dimensions 0 .. maxDimension: cells, connections, directed triangles, ...
     *
     * @param maxDimension at least 1
     */
    public static long[] count(CellGraph graph, int maxDimension) {
        assert maxDimension >= 1 : "maxDimension=" + maxDimension;
        var simplices = new DirectedSimplices(graph, maxDimension);
        for (int u = 0; u < graph.cells(); u++) {
            simplices.from(u);
        }
        return simplices.counts;
    }

    /** What chance gives: the expectation for a directed Erdős–Rényi graph. */
    public static double byChance(long cells, double density, int dimension) {
        double expected = 1;
        for (int i = 0; i <= dimension; i++) {
            expected *= (cells - i) * StrictMath.pow(density, i);
        }
        return expected;
    }

    private void from(int u) {
        counts[0]++;
        counts[1] += graph.degree(u);
        if (counts.length == 2 || graph.degree(u) == 0) {
            return;
        }
        fill(u);
        for (int i = 0; i < graph.degree(u); i++) {
            extend(after[i], 2);
        }
    }

    /** Bit j of row i: the i-th target of u contacts the j-th. */
    private void fill(int u) {
        int degree = graph.degree(u);
        words = (degree + 63) >> 6;
        if (after.length < degree) {
            after = new long[degree + degree / 2][];
        }
        for (int i = 0; i < degree; i++) {
            place[graph.other(graph.begin(u) + i)] = i;
        }
        for (int i = 0; i < degree; i++) {
            if (after[i] == null || after[i].length < words) {
                after[i] = new long[words];
            }
            Arrays.fill(after[i], 0);
            int v = graph.other(graph.begin(u) + i);
            for (int e = graph.begin(v); e < graph.end(v); e++) {
                int j = place[graph.other(e)];
                if (j >= 0) {
                    after[i][j >> 6] |= 1L << j;
                }
            }
        }
        for (int i = 0; i < degree; i++) {
            place[graph.other(graph.begin(u) + i)] = -1;
        }
        int depth = counts.length;
        if (candidates.length < depth || candidates[0].length < words) {
            candidates = new long[depth][words];
        }
    }

    /** Adds the simplices of a dimension whose last cell is one of the candidates, and looks for longer ones. */
    private void extend(long[] last, int dimension) {
        int found = 0;
        for (int w = 0; w < words; w++) {
            found += Long.bitCount(last[w]);
        }
        counts[dimension] += found;
        if (found < 2 || dimension + 1 == counts.length) {
            return;
        }
        long[] next = candidates[dimension];
        for (int w = 0; w < words; w++) {
            for (long bits = last[w]; bits != 0; bits &= bits - 1) {
                long[] row = after[(w << 6) + Long.numberOfTrailingZeros(bits)];
                for (int i = 0; i < words; i++) {
                    next[i] = last[i] & row[i];
                }
                extend(next, dimension + 1);
            }
        }
    }
}
