package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.recipe.RecipeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The values of {@code planner-defaults.yaml}: defaults with sources, constants of cost, limits. */
final class Defaults {
    private final RecipeFile file;

    private Defaults(RecipeFile file) {
        this.file = file;
    }

    static Defaults open() {
        try (var in = Defaults.class.getResourceAsStream("planner-defaults.yaml")) {
            return new Defaults(RecipeFile.read("planner-defaults", java.util.Objects.requireNonNull(in)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The default named so, as an assumption of the plan at a path. */
    Assumption assume(String name, String path) {
        var value = file.value("defaults." + name);
        return new Assumption(path, number(value.value()), value.unit(), value.source(), value.alternatives());
    }

    /** What something too large holds: neurons, synapses, source. */
    JsonNode size(String name) {
        return Sizes.of(name);
    }

    /** A constant of the estimate. */
    double cost(String name) {
        return file.number("costs." + name);
    }

    /** Values of a step out of their limits. */
    List<FieldFault> outOfLimits(String action, ObjectNode params) {
        var faults = new ArrayList<FieldFault>();
        visit(action, params, faults);
        return faults;
    }

    private void visit(String path, JsonNode node, List<FieldFault> faults) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                visit(path + "." + e.getKey(), e.getValue(), faults);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(path + "." + i, node.get(i), faults);
            }
        } else if (node.isNumber()) {
            var limit = file.tree()
                    .path("limits")
                    .path(path.replaceAll("\\.sweep(\\.\\d+)?$", "").replaceAll("stimuli\\.\\d+", "stimuli.0"));
            double x = node.asDouble();
            boolean whole = limit.path("whole").asBoolean(false);
            if (limit.isObject()
                    && (x < limit.path("min").asDouble()
                            || x > limit.path("max").asDouble()
                            || (whole && x != Math.rint(x)))) {
                faults.add(new FieldFault(
                        path,
                        "limit:%s|%s|%s".formatted(path, node, limit.path("say").asString())));
            }
        }
    }

    /** Whole numbers are written without a fraction. */
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 9e15
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }
}
