package io.brainwright.agents.experts;

import io.brainwright.agents.plan.Plan;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The numbers that a plan gives to one parameter: in its steps, its variants, its lists and its sweeps. */
final class PlanValues {
    private PlanValues() {}

    /** Each number once, in the order of the plan. */
    static Set<Double> of(Plan plan, String param) {
        Set<Double> values = new LinkedHashSet<>();
        plan.steps().forEach(step -> under(step.action(), step.params(), param, values));
        plan.variants()
                .forEach(variant -> variant.set()
                        .forEach((path, value) ->
                                under(path.replaceAll("\\.[0-9]+(?=\\.|$)", ""), value, param, values)));
        return values;
    }

    private static void under(String path, JsonNode value, String param, Set<Double> values) {
        if (param.equals(path)) {
            visit(value, "", values);
        } else if (param.startsWith(path + ".")) {
            visit(value, param.substring(path.length() + 1), values);
        }
    }

    private static void visit(JsonNode node, String path, Set<Double> values) {
        if (node.isArray()) {
            node.forEach(item -> visit(item, path, values));
        } else if (node.path("sweep").isArray()) {
            visit(node.path("sweep"), path, values);
        } else if (path.isEmpty()) {
            if (node.isNumber()) {
                values.add(node.asDouble());
            }
        } else {
            var words = path.split("\\.", 2);
            visit(node.path(words[0]), words.length > 1 ? words[1] : "", values);
        }
    }
}
