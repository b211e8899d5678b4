package io.brainwright.connectome.model.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether cells with many partners are connected among themselves more than others are.
 *
 * <pre>{@code
 *   phi(k) = E_k / (n_k (n_k - 1)),   n_k cells of total degree above k,   E_k connections among them
 * }</pre>
 *
 * @param degree k
 * @param cells n_k
 * @param connections E_k
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.3539-11.2011">van den Heuvel &amp; Sporns 2011, Rich-club organization</a>
 */
public record RichClub(int degree, int cells, long connections) {
    /** phi(k). */
    public double coefficient() {
        return connections / ((double) cells * (cells - 1));
    }

    /** For every degree that some cell has, ascending, while at least two cells are left. */
    public static List<RichClub> of(CellGraph graph) {
        var back = graph.reversed();
        int n = graph.cells();
        int[] degree = new int[n];
        int largest = 0;
        for (int c = 0; c < n; c++) {
            degree[c] = graph.degree(c) + back.degree(c);
            largest = Math.max(largest, degree[c]);
        }
        int[] cells = new int[largest + 1];
        long[] connections = new long[largest + 1];
        for (int c = 0; c < n; c++) {
            cells[degree[c]]++;
            for (int e = graph.begin(c); e < graph.end(c); e++) {
                connections[Math.min(degree[c], degree[graph.other(e)])]++;
            }
        }
        var clubs = new ArrayList<RichClub>();
        int left = n;
        long among = graph.connections();
        for (int k = 0; k <= largest; k++) {
            left -= cells[k];
            among -= connections[k];
            if (cells[k] > 0 && left >= 2) {
                clubs.add(new RichClub(k, left, among));
            }
        }
        return clubs;
    }
}
