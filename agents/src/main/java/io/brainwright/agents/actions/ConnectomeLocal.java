package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import java.util.List;
import java.util.Map;

/** Wires the cells where axons come close to dendrites. */
final class ConnectomeLocal implements ActionExecutor {
    private static final String SCOPE = "Shares of synapses are of those within the circuit, on the cells on which pathways are measured;"
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
        var made = context.build(
                "connectome", () -> context.services().connectome().build(request));
        return request.getTargetingCount() == 0
                ? StepOutcome.made(DatasetKind.SYNAPSES, made)
                : new StepOutcome(
                        Map.of(DatasetKind.SYNAPSES, made),
                        Targeting.measures(context, made),
                        List.of(),
                        List.of(SCOPE),
                        List.of());
    }
}
