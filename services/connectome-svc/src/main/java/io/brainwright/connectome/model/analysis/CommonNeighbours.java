package io.brainwright.connectome.model.analysis;

/**
 * How many partners two cells share, on average over pairs of cells.
 *
 * <pre>{@code
 *   efferent: cells that both contact      afferent: cells that contact both
 *   by chance (directed Erdős–Rényi graph of the same n and p):  (n - 2) p²
 * }</pre>
 *
 * Perin et al. found that connected layer 5 cells share more neighbours than chance, and that the chance to be connected rises with
 * their number. A pair counts as connected where there is an edge in either direction.
 *
 * @param pairs unordered pairs looked at
 * @param connectedPairs those with an edge in either direction
 * @param meanAll mean over all pairs; NaN without any
 * @param meanConnected mean over connected pairs
 * @param meanUnconnected mean over the others
 * @param most the largest number that any pair shares
 * @param byChance the expectation
 * @see <a href="https://doi.org/10.1073/pnas.1016051108">Perin, Berger, Markram 2011, PNAS</a>
 */
public record CommonNeighbours(
        long pairs,
        long connectedPairs,
        double meanAll,
        double meanConnected,
        double meanUnconnected,
        int most,
        double byChance) {
    /** Shared targets of the pairs of a graph. */
    public static CommonNeighbours efferent(CellGraph graph, Somata somata, double most_um) {
        return count(graph, graph.reversed(), somata, most_um);
    }

    /** Shared sources. */
    public static CommonNeighbours afferent(CellGraph graph, Somata somata, double most_um) {
        return count(graph.reversed(), graph, somata, most_um);
    }

    /** Observed mean over all pairs, over chance. */
    public double overChance() {
        return meanAll / byChance;
    }

    /** For each cell u: two steps u→k←v count the shared k of each later v; O(n² + sum of squared degrees). */
    private static CommonNeighbours count(CellGraph graph, CellGraph back, Somata somata, double most_um) {
        int n = graph.cells();
        int[] shared = new int[n];
        int[] partnerOf = new int[n];
        long[] pairs = new long[2];
        long[] sums = new long[2];
        int most = 0;
        for (int u = 0; u < n; u++) {
            java.util.Arrays.fill(shared, u, n, 0);
            mark(graph, u, partnerOf);
            mark(back, u, partnerOf);
            for (int e = graph.begin(u); e < graph.end(u); e++) {
                int k = graph.other(e);
                for (int f = back.end(k) - 1; f >= back.begin(k) && back.other(f) > u; f--) {
                    shared[back.other(f)]++;
                }
            }
            for (int v = u + 1; v < n; v++) {
                if (somata.squared_um2(u, v) <= most_um * most_um) {
                    int connected = partnerOf[v] == u + 1 ? 1 : 0;
                    pairs[connected]++;
                    sums[connected] += shared[v];
                    most = Math.max(most, shared[v]);
                }
            }
        }
        double p = graph.density();
        return new CommonNeighbours(
                pairs[0] + pairs[1],
                pairs[1],
                (double) (sums[0] + sums[1]) / (pairs[0] + pairs[1]),
                (double) sums[1] / pairs[1],
                (double) sums[0] / pairs[0],
                most,
                (n - 2) * p * p);
    }

    private static void mark(CellGraph graph, int u, int[] partnerOf) {
        for (int e = graph.begin(u); e < graph.end(u); e++) {
            partnerOf[graph.other(e)] = u + 1;
        }
    }
}
