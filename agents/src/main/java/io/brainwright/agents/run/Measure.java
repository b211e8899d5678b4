package io.brainwright.agents.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One number that a run measured.
 *
 * @param step id of the step that measured it
 * @param metric a metric of the vocabulary: "mean_rate"
 * @param group whose: "L4", "L5_TPC:A", "excitatory", "all"
 * @param variant name of the plan's variant, "run" where it has none
 * @param under the swept values under which it was measured, by path: {"sim.run.ca_mM": 1.25}
 * @param value the number; null where nothing could be measured, the latency of a group that never fired
 * @param unit SI spelling, "1" where it has none
 * @param spread how much it scatters; null where there is one observation only
 * @param n how many observations stand behind it
 */
public record Measure(
        String step,
        String metric,
        String group,
        String variant,
        Map<String, JsonNode> under,
        @Nullable Double value,
        String unit,
        @Nullable Spread spread,
        long n) {
    public Measure {
        under = Map.copyOf(under);
    }

    /**
     * What a step measured under its setting, as one observation without scatter; a value that is no number stands as none.
     *
     * @param unit SI spelling, "1" where it has none
     * @param n how many observations stand behind it
     */
    public static Measure of(StepContext context, String metric, String group, double value, String unit, long n) {
        return new Measure(
                context.step().id(),
                metric,
                group,
                context.setting().variant(),
                context.setting().under(),
                Double.isNaN(value) ? null : value,
                unit,
                null,
                n);
    }

    /**
     * A scatter and its kind.
     *
     * @param kind "sd", "sem"
     * @param value in the measure's unit
     * @param over over what: "cells", "seeds"
     */
    public record Spread(String kind, double value, String over) {}
}
