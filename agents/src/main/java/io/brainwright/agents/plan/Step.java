package io.brainwright.agents.plan;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One typed request of a plan.
 *
 * @param id its name within the plan
 * @param action an action of the vocabulary, "sim.run"
 * @param params its parameters, units in their names
 * @param needs ids of the steps whose results it takes
 */
public record Step(String id, String action, ObjectNode params, List<String> needs) {
    public Step {
        params = params.deepCopy();
        needs = List.copyOf(needs);
    }

    /** A copy, so that a plan stays as it was approved. */
    @Override
    public ObjectNode params() {
        return params.deepCopy();
    }
}
