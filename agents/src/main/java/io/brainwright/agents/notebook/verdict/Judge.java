package io.brainwright.agents.notebook.verdict;

import io.brainwright.agents.notebook.verdict.Verdict.Effect;
import io.brainwright.agents.notebook.verdict.Verdict.Outcome;
import io.brainwright.agents.plan.Criterion;
import io.brainwright.agents.plan.Criterion.Relation;
import io.brainwright.agents.run.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the criterion of a hypothesis on what a run measured.
 *
 * <p>Where both sides have a spread, the 95 % interval of their difference decides, and an interval that holds 0 leaves a
 * "greater" or "less" undecided. Where there is no spread the sign decides, and the words say that it stands on one
 * observation. Several settings of a sweep must agree.
 */
public final class Judge {
    /** Two values count as equal within this share of the second. Chosen: a tenth, about the spread of a rate between seeds. */
    static final double EQUAL_WITHIN = 0.10;

    private Judge() {}

    /**
     * The verdict.
     *
     * @param criterion null where the plan names no measurement that would decide
     * @param measures everything that the run measured
     */
    public static Verdict judge(@Nullable Criterion criterion, List<Measure> measures) {
        if (criterion == null) {
            return undecided("The plan names no measurement that would decide its hypothesis.");
        }
        var group = Selection.group(criterion, measures);
        var looked = Selection.of(criterion, group, measures);
        if (looked.isEmpty()) {
            return undecided(
                    "The run measured no %s of %s.".formatted(criterion.metric().replace('_', ' '), group));
        }
        return switch (criterion.relation()) {
            case INCREASES, DECREASES -> Trend.judge(criterion, group, looked);
            case GREATER, LESS, EQUAL -> compared(criterion, group, looked);
        };
    }

    private static Verdict compared(Criterion criterion, String group, List<Measure> looked) {
        var variant = Selection.variant(criterion, looked);
        var effects = new ArrayList<Effect>();
        for (var setting : Selection.settings(looked)) {
            var left = Sample.of(group + ", " + variant, Selection.in(looked, variant, setting));
            var right = right(criterion, group, looked, setting);
            if (left == null || right == null) {
                return undecided("The %s of %s could not be measured in '%s'%s: there is nothing to compare."
                        .formatted(
                                criterion.metric().replace('_', ' '),
                                group,
                                left == null ? variant : Objects.requireNonNullElse(criterion.than(), "the value"),
                                setting.isEmpty() ? "" : " at " + setting));
            }
            effects.add(Differences.of(setting, left, right));
        }
        var outcomes =
                effects.stream().map(e -> outcome(criterion.relation(), e)).toList();
        var outcome = outcomes.stream().distinct().count() == 1 ? outcomes.getFirst() : Outcome.UNDECIDED;
        return new Verdict(outcome, effects, VerdictWords.compared(criterion, outcome, outcomes, effects));
    }

    private static @Nullable Sample right(Criterion criterion, String group, List<Measure> looked, String setting) {
        var than = criterion.than();
        if (than == null) {
            var value = criterion.value();
            return value == null ? null : Sample.given(value, criterion.unit());
        }
        return Sample.of(group + ", " + than, Selection.in(looked, than, setting));
    }

    private static Outcome outcome(Relation relation, Effect effect) {
        return switch (relation) {
            case GREATER -> signed(effect.difference(), effect.low_95(), effect.high_95());
            case LESS -> signed(-effect.difference(), negative(effect.high_95()), negative(effect.low_95()));
            case EQUAL -> equal(effect);
            case INCREASES, DECREASES -> throw new AssertionError(relation);
        };
    }

    private static Outcome signed(double difference, @Nullable Double low, @Nullable Double high) {
        if (low == null || high == null) {
            return difference > 0 ? Outcome.SUPPORTED : Outcome.REFUTED;
        }
        return low > 0 ? Outcome.SUPPORTED : high <= 0 ? Outcome.REFUTED : Outcome.UNDECIDED;
    }

    /** Equal: the whole interval lies within the margin; different: it lies outside; else nobody can tell. */
    private static Outcome equal(Effect effect) {
        double margin = EQUAL_WITHIN * Math.abs(effect.right().mean());
        double low = Objects.requireNonNullElse(effect.low_95(), effect.difference());
        double high = Objects.requireNonNullElse(effect.high_95(), effect.difference());
        if (low >= -margin && high <= margin) {
            return Outcome.SUPPORTED;
        }
        return low > margin || high < -margin ? Outcome.REFUTED : Outcome.UNDECIDED;
    }

    private static @Nullable Double negative(@Nullable Double value) {
        return value == null ? null : -value;
    }

    static Verdict undecided(String words) {
        return new Verdict(Outcome.UNDECIDED, List.of(), "Undecided. " + words);
    }
}
