package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;

/** A step whose parameters are read by the steps that need it: physiology with the synapses. */
record ReadByOthers(String action) implements ActionExecutor {
    @Override
    public StepOutcome run(StepContext context) {
        return StepOutcome.nothing();
    }
}
