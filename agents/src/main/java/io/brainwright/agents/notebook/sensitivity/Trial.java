package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.plan.Plan;
import tools.jackson.databind.JsonNode;

/**
 * One variation of a plan: one assumption has another value.
 *
 * @param path the assumption
 * @param unit of its value
 * @param from its value in the plan
 * @param to its value here
 * @param why "an alternative of the plan", or "20 % more"
 * @param plan the plan with that value, without what only draws or exports
 */
public record Trial(String path, String unit, JsonNode from, JsonNode to, String why, Plan plan) {
    /** Whether only another seed is tried, which tells the noise of the finding. */
    public boolean seed() {
        return path.endsWith(".seed");
    }
}
