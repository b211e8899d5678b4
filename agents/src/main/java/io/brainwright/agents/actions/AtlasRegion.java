package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import java.util.List;

/** Voxelises one region. */
final class AtlasRegion implements ActionExecutor {
    @Override
    public String action() {
        return "atlas.region";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var region = context.params().path("region");
        if (region.isArray() && region.size() == 1) {
            region = region.get(0);
        }
        if (!region.isString()) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            "atlas.region.region", "must name one region; %s does not.".formatted(region))));
        }
        var asked = AtlasRequest.newBuilder().setRegion(region.asString());
        OwnRecipe.give(context.plan(), "atlas", asked::setOwnValues);
        var request = asked.build();
        return StepOutcome.made(
                DatasetKind.ATLAS,
                context.build("atlas", () -> context.services().atlas().build(request)));
    }
}
