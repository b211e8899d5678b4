package io.brainwright.connectome.model.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How often each of the sixteen ways to connect three cells occurs.
 *
 * <p>The name of a triad counts its mutual, one-way and absent pairs; a letter tells the direction (Up, Down, Cyclic, Transitive). For
 * every connected pair u &lt; v each third cell that is a partner of either is looked at, but counted under one pair only; triads of one connected pair
 * and those without any follow by counting.
 *
 * @see <a href="https://doi.org/10.1016/S0378-8733(01)00035-1">Batagelj &amp; Mrvar 2001, A subquadratic triad census algorithm</a>
 */
public final class Triads {
    private static final List<String> NAMES = List.of(
            "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C",
            "210", "300");

    /** Type of a triad, an index of NAMES, by the code of its six possible connections (table 1 of the paper). */
    private static final int[] TYPE = {
        0, 1, 1, 2, 1, 3, 5, 7, 1, 5, 4, 6, 2, 7, 6, 10, 1, 5, 3, 7, 4, 8, 8, 12, 5, 9, 8, 13, 6, 13, 11, 14,
        1, 4, 5, 6, 5, 8, 9, 13, 3, 8, 8, 11, 7, 12, 13, 14, 2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12, 14, 10, 14, 14, 15
    };

    private final CellGraph graph;
    private final CellGraph back;
    private final long[] counts = new long[NAMES.size()];
    private final int[] toU;
    private final int[] toV;

    private Triads(CellGraph graph) {
        this.graph = graph;
        back = graph.reversed();
        toU = new int[graph.cells()];
        toV = new int[graph.cells()];
    }

    /** Counts all triads of a graph, by name. */
    public static SequencedMap<String, Long> census(CellGraph graph) {
        var triads = new Triads(graph);
        int n = graph.cells();
        for (int u = 0; u < n; u++) {
            int[] partners = triads.mark(u, triads.toU);
            for (int v : partners) {
                if (v > u) {
                    triads.pair(u, v, partners);
                }
            }
            triads.unmark(partners, triads.toU);
        }
        long all = (long) n * (n - 1) / 2 * (n - 2) / 3;
        triads.counts[0] = all - Arrays.stream(triads.counts).sum();
        var census = new LinkedHashMap<String, Long>();
        for (int t = 0; t < triads.counts.length; t++) {
            census.put(NAMES.get(t), triads.counts[t]);
        }
        return census;
    }

    private void pair(int u, int v, int[] partnersOfU) {
        int[] partnersOfV = mark(v, toV);
        int either = partnersOfU.length; // of which v is one; u is one of the partners of v
        for (int w : partnersOfV) {
            either += toU[w] == 0 ? 1 : 0;
            if (w != u && (v < w || u < w && toU[w] == 0)) {
                third(u, v, w);
            }
        }
        for (int w : partnersOfU) {
            if (v < w && toV[w] == 0) {
                third(u, v, w);
            }
        }
        int without = graph.cells() - either;
        counts[toU[v] == 3 ? 2 : 1] += without;
        unmark(partnersOfV, toV);
    }

    private void third(int u, int v, int w) {
        assert u < v : "each pair once";
        counts[TYPE[toU[v] + 4 * toU[w] + 16 * toV[w]]]++;
    }

    /** Bit 0: the cell contacts the partner; bit 1: the partner contacts the cell. Gives the partners. */
    private int[] mark(int cell, int[] ties) {
        int[] partners = new int[graph.degree(cell) + back.degree(cell)];
        int n = 0;
        for (int e = graph.begin(cell); e < graph.end(cell); e++) {
            ties[graph.other(e)] = 1;
            partners[n++] = graph.other(e);
        }
        for (int e = back.begin(cell); e < back.end(cell); e++) {
            if (ties[back.other(e)] == 0) {
                partners[n++] = back.other(e);
            }
            ties[back.other(e)] |= 2;
        }
        return Arrays.copyOf(partners, n);
    }

    private void unmark(int[] partners, int[] ties) {
        for (int p : partners) {
            ties[p] = 0;
        }
    }
}
