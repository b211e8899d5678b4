package io.brainwright.agents.plan;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A value that the scientist did not say.
 *
 * @param path where it stands: action and parameter, "sim.run.ca_mM"
 * @param value the value
 * @param unit SI spelling, "1" where it has none
 * @param source citation, or "chosen: ..." with the reason
 * @param alternatives other values that the scientist may prefer
 */
public record Assumption(String path, JsonNode value, String unit, String source, List<String> alternatives) {
    public Assumption {
        alternatives = List.copyOf(alternatives);
    }
}
