package io.brainwright.agents.actions;

import io.brainwright.agents.plan.NamedRegions;
import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import java.util.List;

/** Voxelises a region, or what holds all of several. */
final class AtlasRegion implements ActionExecutor {
    @Override
    public String action() {
        return "atlas.region";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var regions = NamedRegions.of(context.params());
        if (regions.isEmpty()) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            "atlas.region.region",
                            "must name a region; %s does not."
                                    .formatted(context.params().path("region")))));
        }
        var atlas = CorticalSheet.open(CorticalSheet.names().getFirst());
        var asked = AtlasRequest.newBuilder()
                .setRegion(atlas.hierarchy().holding(regions).acronym());
        OwnRecipe.give(context.plan(), "atlas", asked::setOwnValues);
        var request = asked.build();
        return StepOutcome.made(
                DatasetKind.ATLAS,
                context.build("atlas", () -> context.services().atlas().build(request)));
    }
}
