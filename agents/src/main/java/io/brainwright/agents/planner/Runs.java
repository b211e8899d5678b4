package io.brainwright.agents.planner;

import tools.jackson.databind.JsonNode;

/** How many runs a step means: its repeats times the values of its sweeps. */
final class Runs {
    private Runs() {}

    static double of(JsonNode params) {
        return Math.max(1, params.path("repeats").asDouble(1)) * swept(params);
    }

    private static double swept(JsonNode node) {
        double runs = 1;
        if (node.path("sweep").isArray()) {
            return Math.max(1, node.path("sweep").size());
        }
        for (var child : node) {
            runs *= swept(child);
        }
        return runs;
    }
}
