package io.brainwright.agents.plan;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One setting under which a plan runs.
 *
 * @param name "stimulated", "control"
 * @param set values by path ("sim.run.stimuli") that replace those of the steps; empty: as they stand
 */
public record Variant(String name, Map<String, JsonNode> set) {
    public Variant {
        set = Map.copyOf(set);
    }
}
