package io.brainwright.connectome.model.comparison;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.neuro.statistics.Moments;
import java.util.ArrayList;
import java.util.List;

/**
 * Synapses per connection of one pathway beside the published ones; pairs closer than 100 um, as published. Thinning does not change it: a
 * connection that is there has all its synapses.
 *
 * @param target what was published
 * @param connections how many were found
 * @param mean synapses of one
 * @param sd their spread
 */
public record ComparedPathway(Nbs1Subvolume.Pathway target, long connections, double mean, double sd) {
    private static final double NEAR_UM = 100;

    /** All pathways of which there are connections. */
    public static List<ComparedPathway> of(CellGraph graph, Somata somata, List<String> mtypes) {
        var rows = new ArrayList<ComparedPathway>();
        for (var target : Nbs1Subvolume.pathways()) {
            var moments = new Moments();
            for (int a = 0; a < graph.cells(); a++) {
                if (!isOne(mtypes.get(a), target.pre())) {
                    continue;
                }
                for (int e = graph.begin(a); e < graph.end(a); e++) {
                    int b = graph.other(e);
                    if (isOne(mtypes.get(b), target.post()) && somata.squared_um2(a, b) < NEAR_UM * NEAR_UM) {
                        moments.add(graph.synapses(e));
                    }
                }
            }
            if (moments.n() > 0) {
                rows.add(new ComparedPathway(target, moments.n(), moments.mean(), moments.sd()));
            }
        }
        return rows;
    }

    private static boolean isOne(String mtype, List<String> beginnings) {
        return beginnings.stream().anyMatch(mtype::startsWith);
    }
}
