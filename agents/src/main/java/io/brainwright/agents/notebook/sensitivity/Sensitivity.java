package io.brainwright.agents.notebook.sensitivity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the variations of a plan did to its finding.
 *
 * @param number the number that is watched, in words
 * @param unit of that number
 * @param base its value in the entry; null where it could not be measured
 * @param outcome verdict of the entry
 * @param noise standard deviation over seeds; null where the plan varies no seed
 * @param seeds how many seeds stand behind the noise, that of the entry included
 * @param effects of the variations, the largest change first; seeds last
 * @param leftOut assumptions that were not varied, with the reason
 */
public record Sensitivity(
        String number,
        String unit,
        @Nullable Double base,
        String outcome,
        @Nullable Double noise,
        int seeds,
        List<Effect> effects,
        Map<String, String> leftOut) {
    public Sensitivity {
        effects = List.copyOf(effects);
    }

    /**
     * What one variation did.
     *
     * @param path the assumption
     * @param unit of its value
     * @param from its value in the entry
     * @param to its value here
     * @param why why this value
     * @param value the watched number; null where it could not be measured
     * @param change value - base; null where one is missing
     * @param inNoise change over the noise; null where there is none
     * @param outcome verdict of the variation, "FAILED" where it could not be run
     * @param trouble why it could not be run; empty where it ran
     */
    public record Effect(
            String path,
            String unit,
            String from,
            String to,
            String why,
            @Nullable Double value,
            @Nullable Double change,
            @Nullable Double inNoise,
            String outcome,
            String trouble) {
        /** Whether only another seed was tried. */
        public boolean seed() {
            return path.endsWith(".seed");
        }
    }
}
