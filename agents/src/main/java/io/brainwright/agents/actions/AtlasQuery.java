package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.atlas.v1.QueryRequest;

/** Looks up what the atlas and its recipe know of regions. */
final class AtlasQuery implements ActionExecutor {
    @Override
    public String action() {
        return "atlas.query";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var request = QueryRequest.newBuilder()
                .setGroupBy(params.path("group_by").asString(""))
                .setSpecies(params.path("species").asString(""));
        CellGroups.texts(params.path("region")).forEach(request::addRegions);
        CellGroups.texts(params.path("quantity")).forEach(request::addQuantities);
        params.path("layers").forEach(layer -> request.addLayers(layer.asInt()));
        return Answers.outcome(
                context.step().id(),
                context.setting(),
                context.services().atlas().query(request.build()));
    }
}
