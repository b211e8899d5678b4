package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.plan.Step;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Where a plan holds a parameter, and what of it only draws. */
final class ParameterPlace {
    private ParameterPlace() {}

    /**
     * JSON pointer of a parameter: "sim.run.ca_mM" is "/steps/5/params/ca_mM".
     *
     * @return null where no step of the action has it
     */
    static @Nullable String of(Plan plan, String path) {
        for (int i = 0; i < plan.steps().size(); i++) {
            var step = plan.steps().get(i);
            if (path.startsWith(step.action() + ".")) {
                var pointer = "/" + path.substring(step.action().length() + 1).replace('.', '/');
                if (step.params().at(pointer).isNumber()) {
                    return "/steps/%d/params%s".formatted(i, pointer);
                }
            }
        }
        return null;
    }

    /** The plan without the steps that draw or export, on which nothing rests. */
    static Plan withoutPictures(Plan plan) {
        var needed = new HashSet<String>();
        plan.steps().stream().filter(s -> !draws(s)).forEach(s -> needed.addAll(s.needs()));
        var tree = PlanJson.tree(plan);
        var steps = tree.putArray("steps");
        var whole = PlanJson.tree(plan).path("steps");
        for (int i = 0; i < plan.steps().size(); i++) {
            var step = plan.steps().get(i);
            if (!draws(step) || needed.contains(step.id())) {
                steps.add(whole.get(i));
            }
        }
        return PlanJson.read(tree);
    }

    private static boolean draws(Step step) {
        return step.action().startsWith("render.")
                || step.action().startsWith("export.")
                || step.action().startsWith("notebook.");
    }
}
