package io.brainwright.agents.run;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The swept values of a set of parameters: {@code {"sweep": [1, 2]}} in any place is an axis; the settings are the product of all
 * axes. {@code {"sweep": [..], "with": "sim.run.seed"}} runs along with another axis of the same length instead.
 */
final class Sweeps {
    private final Map<String, JsonNode> swept = new LinkedHashMap<>();

    /** Adds the sweeps of one step; {@code prefix} is the action, or the step's id where the plan has the action twice. */
    void add(String prefix, ObjectNode params) {
        visit(prefix, params);
    }

    private void visit(String path, JsonNode node) {
        if (isSweep(node)) {
            swept.put(path, node);
        } else if (node.isObject()) {
            node.properties().forEach(e -> visit(path + "." + e.getKey(), e.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(path + "." + i, node.get(i));
            }
        }
    }

    static boolean isSweep(JsonNode node) {
        return node.isObject() && node.path("sweep").isArray();
    }

    /** All combinations, the last axis running fastest; one empty combination where nothing is swept. */
    List<Map<String, JsonNode>> combinations() {
        List<Map<String, JsonNode>> all = List.of(Map.of());
        for (var axis : axes().entrySet()) {
            var longer = new ArrayList<Map<String, JsonNode>>();
            int length = swept(axis.getKey()).size();
            for (var so_far : all) {
                for (int i = 0; i < length; i++) {
                    var next = new LinkedHashMap<>(so_far);
                    for (var path : axis.getValue()) {
                        next.put(path, swept(path).get(i));
                    }
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    private JsonNode swept(String path) {
        return Objects.requireNonNull(swept.get(path), path).path("sweep");
    }

    /** Paths that move together, by the one that leads. */
    private Map<String, List<String>> axes() {
        var axes = new LinkedHashMap<String, List<String>>();
        var faults = new ArrayList<FieldFault>();
        swept.forEach((path, node) -> {
            if (node.path("sweep").isEmpty()) {
                faults.add(new FieldFault(path, "sweeps over no value at all."));
            }
            if (!node.path("with").isString()) {
                axes.computeIfAbsent(path, _ -> new ArrayList<>()).addFirst(path);
                return;
            }
            var leader = node.path("with").asString();
            if (!swept.containsKey(leader)) {
                faults.add(new FieldFault(path, "runs along with '%s', which is not swept.".formatted(leader)));
            } else if (swept(leader).size() != node.path("sweep").size()) {
                faults.add(new FieldFault(
                        path,
                        "has %d values, '%s' has %d; sweeps that run together are equally long."
                                .formatted(
                                        node.path("sweep").size(),
                                        leader,
                                        swept(leader).size())));
            } else {
                axes.computeIfAbsent(leader, _ -> new ArrayList<>()).add(path);
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid("This plan cannot be swept.", faults);
        }
        return axes;
    }

    /** The parameters with every sweep replaced by its value. */
    static ObjectNode resolved(String prefix, ObjectNode params, Map<String, JsonNode> under) {
        return (ObjectNode) resolve(prefix, params, under);
    }

    private static JsonNode resolve(String path, JsonNode node, Map<String, JsonNode> under) {
        if (isSweep(node)) {
            return Objects.requireNonNull(under.get(path), path);
        } else if (node instanceof ObjectNode object) {
            var copy = object.objectNode();
            object.properties()
                    .forEach(e -> copy.set(e.getKey(), resolve(path + "." + e.getKey(), e.getValue(), under)));
            return copy;
        } else if (node instanceof ArrayNode array) {
            var copy = array.arrayNode();
            for (int i = 0; i < array.size(); i++) {
                copy.add(resolve(path + "." + i, array.get(i), under));
            }
            return copy;
        }
        return node;
    }
}
