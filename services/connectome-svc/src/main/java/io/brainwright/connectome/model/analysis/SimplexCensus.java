package io.brainwright.connectome.model.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Visits every directed simplex: how many are maximal, and in how many each cell takes part.
 *
 * <p>A simplex v0 .. vk is maximal where no cell w can be put anywhere into its order. The cells that fit at place i are
 *
 * <pre>{@code
 *   M_i = targets of v0 .. v(i-1)  and  sources of vi .. vk
 * }</pre>
 *
 * All of them lie among the partners of v0, so they are rows of bits; a longer simplex narrows each row by one AND. Costs time in
 * proportion to the number of simplices, unlike {@link DirectedSimplices}.
 *
 * @param simplices by dimension
 * @param maximal by dimension, those that are no face of a larger simplex
 * @param participation by dimension and cell, simplices that the cell belongs to
 */
public record SimplexCensus(long[] simplices, long[] maximal, long[][] participation) {
    /** Visits all simplices of a graph. */
    public static SimplexCensus of(CellGraph graph) {
        var visit = new Visit(graph, graph.reversed());
        for (int u = 0; u < graph.cells(); u++) {
            visit.from(u);
        }
        return new SimplexCensus(
                visit.simplices.stream().mapToLong(c -> c[0]).toArray(),
                visit.simplices.stream().mapToLong(c -> c[1]).toArray(),
                visit.participation.toArray(long[][]::new));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static final class Visit {
        private final CellGraph graph;
        private final Partners partners;
        private final List<long[]> simplices = new ArrayList<>();
        private final List<long[]> participation = new ArrayList<>();
        private final List<long[]> fitting = new ArrayList<>();
        private int[] path = new int[16];

        Visit(CellGraph graph, CellGraph back) {
            this.graph = graph;
            partners = new Partners(graph, back);
        }

        void from(int u) {
            partners.of(u);
            int words = partners.words();
            long[] fit = room(0, 2 * words);
            System.arraycopy(partners.sources(), 0, fit, 0, words);
            System.arraycopy(partners.targets(), 0, fit, words, words);
            path[0] = u;
            extend(0, words);
        }

        /** The path has dimension + 1 cells; what fits at its places stands in the rows of that dimension. */
        private void extend(int dimension, int words) {
            long[] fit = fitting.get(dimension);
            count(dimension, isEmpty(fit, (dimension + 2) * words));
            int last = (dimension + 1) * words;
            for (int w = 0; w < words; w++) {
                for (long bits = fit[last + w]; bits != 0; bits &= bits - 1) {
                    int v = (w << 6) + Long.numberOfTrailingZeros(bits);
                    long[] next = room(dimension + 1, (dimension + 3) * words);
                    for (int i = 0; i < last + words; i++) {
                        next[i] = fit[i] & partners.inWord(v, i % words);
                    }
                    for (int i = 0; i < words; i++) {
                        next[last + words + i] = fit[last + i] & partners.outWord(v, i);
                    }
                    path[dimension + 1] = partners.cell(v);
                    extend(dimension + 1, words);
                }
            }
        }

        private void count(int dimension, boolean isMaximal) {
            if (simplices.size() == dimension) {
                simplices.add(new long[2]);
                participation.add(new long[graph.cells()]);
                path = java.util.Arrays.copyOf(path, Math.max(path.length, dimension + 8));
            }
            simplices.get(dimension)[0]++;
            simplices.get(dimension)[1] += isMaximal ? 1 : 0;
            for (int i = 0; i <= dimension; i++) {
                participation.get(dimension)[path[i]]++;
            }
        }

        private long[] room(int dimension, int size) {
            if (fitting.size() == dimension) {
                fitting.add(new long[size]);
            } else if (fitting.get(dimension).length < size) {
                fitting.set(dimension, new long[size]);
            }
            return fitting.get(dimension);
        }

        private static boolean isEmpty(long[] words, int size) {
            for (int w = 0; w < size; w++) {
                if (words[w] != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
