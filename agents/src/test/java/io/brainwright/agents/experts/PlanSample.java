package io.brainwright.agents.experts;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;

/** Plans of one step, for tests. */
public final class PlanSample {
    private PlanSample() {}

    /** A plan with one action; parameters and variants are JSON. */
    public static Plan of(String action, String params, String variants) {
        return PlanJson.read("""
                {"schema": "brainwright-plan/1", "version": 1, "request": "a test",
                 "hypothesis": {"text": "a test"},
                 "steps": [{"id": "one", "action": "%s", "params": %s, "needs": []}],
                 "variants": %s, "assumptions": [], "questions": []}
                """.formatted(action, params, variants));
    }
}
