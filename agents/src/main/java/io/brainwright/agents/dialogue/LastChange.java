package io.brainwright.agents.dialogue;

import io.brainwright.agents.plan.JsonDiff;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The number that the last edit set, so that "no, 1.35 rather" finds it. */
final class LastChange {
    private LastChange() {}

    /** Action and path of the one parameter in which the last two versions differ; null where it is not one number. */
    static @Nullable String of(List<Plan> versions) {
        if (versions.size() < 2) {
            return null;
        }
        var plan = versions.getLast();
        var changed = new ArrayList<String>();
        for (var operation : JsonDiff.between(steps(versions.get(versions.size() - 2)), steps(plan))) {
            boolean number = operation.path("value").isNumber();
            var path = operation.path("path").asString("");
            if (!number || !path.matches("/steps/\\d+/params/.+")) {
                return null;
            }
            var names = path.substring(1).split("/", -1);
            var action = plan.steps().get(Integer.parseInt(names[1])).action();
            changed.add(action + "." + String.join(".", List.of(names).subList(3, names.length)));
        }
        return changed.size() == 1 ? changed.getFirst() : null;
    }

    private static ObjectNode steps(Plan plan) {
        var tree = PlanJson.tree(plan);
        tree.retain("steps");
        return tree;
    }
}
