package io.brainwright.connectome.model.analysis;

import io.brainwright.neuro.statistics.Moments;
import java.util.Arrays;

/** How many synapses connected pairs share, by pathway. */
public final class SynapsesPerConnection {
    private SynapsesPerConnection() {}

    /** Moments over the connections of each pathway, by number {@code pre group * groups + post group}. */
    public static Moments[] of(CellGraph graph, Somata somata, Sides sides) {
        var moments = new Moments[sides.groups() * sides.groups()];
        Arrays.setAll(moments, _ -> new Moments());
        for (int a = 0; a < graph.cells(); a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                int b = graph.other(e);
                if (sides.holds(somata, a, b)) {
                    moments[sides.pathway(a, b)].add(graph.synapses(e));
                }
            }
        }
        return moments;
    }
}
