package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.placement.v1.PlacementAnalyseRequest;

/** Measures what was placed. */
final class PlacementAnalyse implements ActionExecutor {
    @Override
    public String action() {
        return "placement.analyse";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var request = PlacementAnalyseRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .addAllMetrics(SimAnalyse.metrics(params))
                .setGroupBy(params.path("group_by").asString(""))
                .setExcludeBorderUm(params.path("exclude_border_um").asDouble(0))
                .build();
        return Answers.outcome(
                context.step().id(),
                context.setting(),
                context.services().placement().analyse(request));
    }
}
