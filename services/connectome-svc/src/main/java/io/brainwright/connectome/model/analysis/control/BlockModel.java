package io.brainwright.connectome.model.analysis.control;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.neuro.random.Draws;
import java.util.stream.IntStream;

/**
 * Keeps the number of connections from every group of cells to every other; within these, all pairs are as likely.
 *
 * @param group group of each cell, 0 .. groups - 1
 * @param groups how many groups there are
 * @param purpose name of the stream of draws
 * @see <a href="https://doi.org/10.1016/0378-8733(83)90021-7">Holland et al. 1983, Stochastic blockmodels</a>
 */
public record BlockModel(int[] group, int groups, String purpose) implements Control {
    /** A block model with a stream of its own. */
    public BlockModel(int[] group, int groups) {
        this(group, groups, "connectome.control.block");
    }

    @Override
    public CellGraph draw(CellGraph graph, long seed) {
        long[] wanted = new long[groups * groups];
        for (int a = 0; a < graph.cells(); a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                wanted[group[a] * groups + group[graph.other(e)]]++;
            }
        }
        int[][] members = new int[groups][];
        for (int g = 0; g < groups; g++) {
            int one = g;
            members[g] = IntStream.range(0, graph.cells())
                    .filter(c -> group[c] == one)
                    .toArray();
        }
        var pairs = new Pairs(graph.connections());
        for (int block = 0; block < wanted.length; block++) {
            var draws = Draws.of(seed, purpose, block);
            int[] from = members[block / groups];
            int[] to = members[block % groups];
            for (long n = 0; n < wanted[block]; ) {
                int a = from[draws.nextInt(from.length)];
                int b = to[draws.nextInt(to.length)];
                n += a != b && pairs.add(a, b) ? 1 : 0;
            }
        }
        return pairs.graph(graph.cells());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
