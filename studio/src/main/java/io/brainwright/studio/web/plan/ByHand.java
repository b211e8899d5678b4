package io.brainwright.studio.web.plan;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.neuro.units.Dimension;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a plan that was changed by hand honest: every parameter that the scientist changed stands among the assumptions as their choice, with what
 * it was before.
 */
final class ByHand {
    private ByHand() {}

    /**
     * @param before the plan that was read
     * @param after the plan as it was changed
     */
    static Plan chosen(Plan before, Plan after) {
        var was = parameters(PlanJson.tree(before));
        var tree = PlanJson.tree(after);
        var assumptions = (ArrayNode) tree.path("assumptions");
        parameters(tree).forEach((path, value) -> {
            var old = was.get(path);
            if (!value.equals(old) && (value.isNumber() || old != null)) {
                choose(assumptions, path, value, old == null ? "" : text(old));
            }
        });
        return PlanJson.read(tree);
    }

    private static void choose(ArrayNode assumptions, String path, JsonNode value, String old) {
        for (var item : assumptions) {
            if (item instanceof ObjectNode assumption
                    && assumption.path("path").asString("").equals(path)) {
                if (!assumption.path("value").equals(value)) {
                    var source = assumption.path("source").asString();
                    assumption.set("value", value);
                    assumption.put("source", "chosen: by the scientist, instead of %s (%s)".formatted(old, source));
                }
                return;
            }
        }
        var name = path.substring(path.lastIndexOf('.') + 1);
        assumptions
                .addObject()
                .put("path", path)
                .put("unit", Dimension.ofName(name).canonical())
                .put("source", "chosen: by the scientist, by hand" + (old.isEmpty() ? "" : ", instead of " + old))
                .set("value", value)
                .putArray("alternatives");
    }

    /** Every single value of the steps by the path that an assumption has: "sim.run.stimuli.0.time_ms". */
    private static Map<String, JsonNode> parameters(JsonNode tree) {
        var found = new LinkedHashMap<String, JsonNode>();
        for (var step : tree.path("steps")) {
            collect(step.path("action").asString(""), step.path("params"), found);
        }
        return found;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> into) {
        if (node.isObject()) {
            node.properties().forEach(e -> collect(path + "." + e.getKey(), e.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), into);
            }
        } else {
            into.putIfAbsent(path, node);
        }
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
