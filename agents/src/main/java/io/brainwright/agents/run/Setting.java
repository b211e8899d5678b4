package io.brainwright.agents.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One combination under which steps run.
 *
 * @param variant name of the plan's variant, "run" where it has none
 * @param under the swept values by path, in the order of the plan: {"sim.run.ca_mM": 1.25}
 * @param repeat which repeat with another seed, from 0
 */
public record Setting(String variant, Map<String, JsonNode> under, int repeat) {
    /** The variant of a plan without variants. */
    public static final String PLAIN = "run";

    public Setting {
        under = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(under));
    }

    /** Without variant, sweep and repeat. */
    public static Setting plain() {
        return new Setting(PLAIN, Map.of(), 0);
    }

    /** In words: "control, ca_mM 1.25, seed 2"; empty for the plain one. */
    public String words() {
        var sweeps = under.entrySet().stream()
                .map(e -> shortName(e.getKey()) + " "
                        + e.getValue().asString(e.getValue().toString()))
                .collect(Collectors.joining(", "));
        var parts = new java.util.ArrayList<String>();
        if (!variant.equals(PLAIN)) {
            parts.add(variant);
        }
        if (!sweeps.isEmpty()) {
            parts.add(sweeps);
        }
        if (repeat > 0) {
            parts.add("repeat " + (repeat + 1));
        }
        return String.join(", ", parts);
    }

    /** The last name of a path: "ca_mM" of "sim.run.ca_mM". */
    public static String shortName(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The same without the repeat. */
    Setting anyRepeat() {
        return new Setting(variant, under, 0);
    }
}
