package io.brainwright.connectome.model.analysis.control;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.neuro.random.Draws;

/**
 * Keeps how many targets and how many sources every cell has: pairs of connections exchange their targets.
 *
 * <p>a → b and c → d become a → d and c → b, where that gives no loop and no double connection; ten tries per connection mix the graph.
 *
 * @see <a href="https://doi.org/10.1126/science.1065103">Maslov &amp; Sneppen 2002, Specificity and stability in protein networks</a>
 */
public record Configuration() implements Control {
    private static final int TRIES = 10;

    @Override
    public CellGraph draw(CellGraph graph, long seed) {
        int edges = graph.connections();
        int[] source = new int[edges];
        int[] target = new int[edges];
        var pairs = new Pairs(edges);
        for (int a = 0; a < graph.cells(); a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                source[e] = a;
                target[e] = graph.other(e);
                pairs.add(a, target[e]);
            }
        }
        var draws = Draws.of(seed, "connectome.control.configuration", edges);
        for (long t = 0; edges > 1 && t < (long) TRIES * edges; t++) {
            int e = draws.nextInt(edges);
            int f = draws.nextInt(edges);
            if (source[e] == target[f]
                    || source[f] == target[e]
                    || pairs.holds(source[e], target[f])
                    || pairs.holds(source[f], target[e])) {
                continue;
            }
            pairs.remove(source[e], target[e]);
            pairs.remove(source[f], target[f]);
            int kept = target[e];
            target[e] = target[f];
            target[f] = kept;
            pairs.add(source[e], target[e]);
            pairs.add(source[f], target[f]);
        }
        return pairs.graph(graph.cells());
    }
}
