package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;

/** Grows dendrites, and local axons where the plan has a step for them. */
final class SynthesisDendrites implements ActionExecutor {
    @Override
    public String action() {
        return "synthesis.dendrites";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var request = SynthesisRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .setSeed(context.params().path("seed").asLong(0))
                .setWithoutAxons(context.plan().steps("synthesis.axons").isEmpty())
                .build();
        return StepOutcome.made(
                DatasetKind.MORPHOLOGIES,
                context.build("synthesis", () -> context.services().synthesis().build(request)));
    }
}
