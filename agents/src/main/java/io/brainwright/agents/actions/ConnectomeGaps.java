package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.connectome.v1.GapJunctionsRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** The gap junctions of a wiring: their making, and how many came of it. */
final class ConnectomeGaps {
    private static final String WHOSE = "interneurons";

    private ConnectomeGaps() {}

    static DatasetRef make(StepContext context) {
        var request = GapJunctionsRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES));
        OwnRecipe.give(context.plan(), "connectome-gap", request::setOwnValues);
        return context.build(
                "connectome gap", () -> context.services().connectome().gapJunctions(request.build()));
    }

    /** How many there are in all and by coupled pair, and with how many others a coupled cell is coupled. */
    static List<Measure> measures(StepContext context, DatasetRef made) {
        var id = new DatasetId(made.getId());
        var pairs = new HashSet<List<Long>>();
        var partners = new HashMap<Long, Integer>();
        long junctions = 0;
        for (var part : context.datasets().manifest(id).chunks()) {
            var rows = context.datasets().read(id, "gap_junctions", part.index());
            long[] source = rows.longs("source_node_id");
            long[] target = rows.longs("target_node_id");
            for (int i = 0; i < source.length; i++) {
                junctions++;
                if (pairs.add(List.of(source[i], target[i]))) {
                    partners.merge(source[i], 1, Integer::sum);
                    partners.merge(target[i], 1, Integer::sum);
                }
            }
        }
        var measures = new ArrayList<Measure>();
        measures.add(Measure.of(context, "gap_junctions", WHOSE, junctions, "1", junctions));
        if (!pairs.isEmpty()) {
            measures.add(Measure.of(
                    context,
                    "gap_junctions_per_coupled_pair",
                    WHOSE,
                    (double) junctions / pairs.size(),
                    "1",
                    pairs.size()));
            measures.add(Measure.of(
                    context,
                    "coupled_partners_per_cell",
                    WHOSE,
                    2.0 * pairs.size() / partners.size(),
                    "1",
                    partners.size()));
        }
        return measures;
    }
}
