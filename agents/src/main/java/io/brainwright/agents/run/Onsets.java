package io.brainwright.agents.run;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** When the stimuli of a simulation begin. */
public final class Onsets {
    private Onsets() {}

    /**
     * Onset of each stimulus in ms: {@code time_ms}, or {@code delay_ms}, or {@code delay_after_ms} after the onset of the stimulus
     * before it.
     */
    public static List<Double> of_ms(JsonNode simulation) {
        var onsets = new ArrayList<Double>();
        for (var s : simulation.path("stimuli")) {
            double before_ms = onsets.isEmpty() ? 0 : onsets.getLast();
            double own_ms = s.path("time_ms").asDouble(s.path("delay_ms").asDouble(0));
            onsets.add(
                    s.has("delay_after_ms")
                            ? before_ms + s.path("delay_after_ms").asDouble(0)
                            : own_ms);
        }
        return onsets;
    }

    /** The first of them, 0 where there is no stimulus. */
    public static double first_ms(JsonNode simulation) {
        return of_ms(simulation).stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
