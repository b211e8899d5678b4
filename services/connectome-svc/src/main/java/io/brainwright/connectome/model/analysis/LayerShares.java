package io.brainwright.connectome.model.analysis;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each layer contributes to the synapses between two groups of cells.
 *
 * @param cells senders of the layer
 * @param synapses those that they make onto receivers
 */
public record LayerShares(long cells, long synapses) {
    /**
     * Counts by the layer of the sender.
     *
     * @param layer layer of each cell of the graph
     */
    public static SortedMap<Integer, LayerShares> of(CellGraph graph, Somata somata, Sides sides, int[] layer) {
        var shares = new TreeMap<Integer, LayerShares>();
        for (int a = 0; a < graph.cells(); a++) {
            if (sides.pre()[a]) {
                long synapses = 0;
                for (int e = graph.begin(a); e < graph.end(a); e++) {
                    synapses += sides.holds(somata, a, graph.other(e)) ? graph.synapses(e) : 0;
                }
                shares.merge(layer[a], new LayerShares(1, synapses), LayerShares::plus);
            }
        }
        return shares;
    }

    private LayerShares plus(LayerShares other) {
        return new LayerShares(cells + other.cells, synapses + other.synapses);
    }
}
