package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.synthesis.v1.MorphometryRequest;

/** Measures grown cells. */
final class SynthesisAnalyse implements ActionExecutor {
    @Override
    public String action() {
        return "synthesis.analyse";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var request = MorphometryRequest.newBuilder()
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                .setCells(context.require(DatasetKind.CELLS));
        request.setAgainst(params.path("against").asString(""));
        CellGroups.texts(params.path("feature")).forEach(request::addFeatures);
        params.path("m_types").forEach(type -> request.addMTypes(type.asString()));
        return Answers.outcome(
                context.step().id(),
                context.setting(),
                context.services().synthesis().analyse(request.build()));
    }
}
