package io.brainwright.agents.plan;

import org.jspecify.annotations.Nullable;

/**
 * The measurement that decides a hypothesis, so that a run gives a verdict without anybody's opinion.
 *
 * <p>Reads: the metric of one group, in one variant, stands in a relation to the same metric in another variant, or to a value.
 *
 * @param metric a metric of the vocabulary: "mean_rate", "latency"
 * @param group whose: "L4", "excitatory", "all"; null: all
 * @param variant the variant that is looked at; null: the first
 * @param relation what is predicted
 * @param than the variant that it is compared with; null where it is compared with {@code value}
 * @param value the value that it is compared with; null where it is compared with a variant
 * @param unit unit of the metric and of the value, SI spelling
 */
public record Criterion(
        String metric,
        @Nullable String group,
        @Nullable String variant,
        Relation relation,
        @Nullable String than,
        @Nullable Double value,
        String unit) {
    /** What is predicted. INCREASES and DECREASES run along the one swept parameter of the plan. */
    public enum Relation {
        GREATER,
        LESS,
        EQUAL,
        INCREASES,
        DECREASES
    }
}
