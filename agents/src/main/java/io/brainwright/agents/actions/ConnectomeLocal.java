package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Wires the cells where axons come close to dendrites. */
final class ConnectomeLocal implements ActionExecutor {
    private static final String SCOPE =
            "Shares of synapses are of those within the circuit, on the cells on which pathways are measured;"
                    + " 'by overlap' is what the same appositions give where no axon chooses.";

    @Override
    public String action() {
        return "connectome.local";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var reach = context.params().path("touch_distance_um");
        var asked = ConnectomeRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                .setTouchDistanceExcUm(reach.path("excitatory").asDouble(0))
                .setTouchDistanceInhUm(reach.path("inhibitory").asDouble(0));
        OwnRecipe.give(context.plan(), "connectome", asked::setOwnValues);
        var request = asked.addAllTargeting(Targeting.classes(context.params())).build();
        var synapses = context.build(
                "connectome", () -> context.services().connectome().build(request));
        var made = new EnumMap<DatasetKind, DatasetRef>(Map.of(DatasetKind.SYNAPSES, synapses));
        var measures = new ArrayList<Measure>();
        var words = new ArrayList<String>();
        if (request.getTargetingCount() > 0) {
            measures.addAll(Targeting.measures(context, synapses));
            words.add(SCOPE);
        }
        if (context.params().path("gap_junctions").asBoolean(false)) {
            var gaps = ConnectomeGaps.make(context);
            made.put(DatasetKind.GAP_JUNCTIONS, gaps);
            measures.addAll(ConnectomeGaps.measures(context, gaps));
        }
        return new StepOutcome(made, measures, List.of(), words, List.of());
    }
}
