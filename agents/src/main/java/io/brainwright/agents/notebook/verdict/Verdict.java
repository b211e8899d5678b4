package io.brainwright.agents.notebook.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of a hypothesis.
 *
 * @param outcome whether the prediction held
 * @param effects how large the difference is, one for each setting in which it was measured; empty where nothing could be compared
 * @param words the verdict as a scientist reads it, with its numbers and what weakens it
 */
public record Verdict(Outcome outcome, List<Effect> effects, String words) {
    /** Whether the prediction held. UNDECIDED: what was measured can tell neither. */
    public enum Outcome {
        SUPPORTED,
        REFUTED,
        UNDECIDED
    }

    public Verdict {
        effects = List.copyOf(effects);
    }

    /**
     * A difference and its size.
     *
     * @param setting swept values under which it was measured, "" where nothing was swept
     * @param left what was looked at
     * @param right what it was compared with
     * @param difference left - right, in the unit of the metric
     * @param ratio left / right; null where right is 0
     * @param cohens_d difference over the pooled standard deviation; null where a side has no spread
     * @param low_95 lower end of the 95 % interval of the difference (Welch); null where a side has no spread
     * @param high_95 its upper end
     */
    public record Effect(
            String setting,
            Sample left,
            Sample right,
            double difference,
            @Nullable Double ratio,
            @Nullable Double cohens_d,
            @Nullable Double low_95,
            @Nullable Double high_95) {}
}
