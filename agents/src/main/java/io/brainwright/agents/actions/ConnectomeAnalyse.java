package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;

/** Measures the wiring. */
final class ConnectomeAnalyse implements ActionExecutor {
    @Override
    public String action() {
        return "connectome.analyse";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var request = ConnectivityRequest.newBuilder()
                .setSynapses(context.require(DatasetKind.SYNAPSES))
                .setCells(context.require(DatasetKind.CELLS))
                .addAllMetrics(SimAnalyse.metrics(params))
                .setPre(CellGroups.of(params.path("pre")))
                .setPost(CellGroups.of(params.path("post")))
                .setMaxDistanceUm(params.path("max_distance_um").asDouble(0))
                .setMinDistanceUm(params.path("min_distance_um").asDouble(0))
                .setMaxDimension(params.path("max_dimension").asInt(0))
                .setGroupBy(params.path("group_by").asString(""));
        if (params.has("control")) {
            request.getControlBuilder()
                    .addAllPreserve(CellGroups.texts(params.path("control").path("preserve")));
        }
        return Answers.outcome(
                context.step().id(),
                context.setting(),
                context.services().connectome().analyse(request.build()));
    }
}
