package io.brainwright.agents.notebook.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.agents.notebook.verdict.Verdict.Outcome;
import io.brainwright.agents.plan.Criterion;
import io.brainwright.agents.plan.Criterion.Relation;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.Measure.Spread;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class JudgeTest {
    private static final String CA = "sim.run.ca_mM";

    private static Measure rate(String variant, @Nullable Double value) {
        return new Measure("s5", "mean_rate", "L4", variant, Map.of(), value, "Hz", null, 1);
    }

    private static Measure rate(String variant, double value, double sd, long n) {
        return new Measure("s5", "mean_rate", "L4", variant, Map.of(), value, "Hz", new Spread("sd", sd, "seeds"), n);
    }

    private static Measure under(String variant, String path, double at, double value) {
        return new Measure(
                "s5",
                "mean_rate",
                "L4",
                variant,
                Map.of(path, JsonNodeFactory.instance.numberNode(at)),
                value,
                "Hz",
                null,
                1);
    }

    private static Criterion criterion(Relation relation, @Nullable String than, @Nullable Double value) {
        return new Criterion("mean_rate", "L4", "stimulated", relation, than, value, "Hz");
    }

    private static Verdict judge(Relation relation, Measure... measures) {
        return Judge.judge(criterion(relation, "control", null), List.of(measures));
    }

    @Test
    void withoutACriterionNothingIsDecided() {
        var verdict = Judge.judge(null, List.of(rate("stimulated", 3.0)));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.words()).contains("names no measurement");
    }

    @Test
    void aMetricThatWasNotMeasuredDecidesNothing() {
        assertThat(judge(Relation.GREATER).words()).contains("measured no mean rate of L4");
    }

    @Test
    void oneRunDecidesBySignAndSaysThatItHasNoSpread() {
        var verdict = judge(Relation.GREATER, rate("stimulated", 3.0), rate("control", 2.0));
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
        assertThat(verdict.words())
                .startsWith("Supported.")
                .contains("3 Hz", "2 Hz", "a difference of 1 Hz", "a ratio of 1.5", "One run, one seed: no spread");
        var effect = verdict.effects().getFirst();
        assertThat(effect.cohens_d()).isNull();
        assertThat(effect.low_95()).isNull();
    }

    @Test
    void theOppositeSignRefutes() {
        assertThat(judge(Relation.LESS, rate("stimulated", 3.0), rate("control", 2.0))
                        .outcome())
                .isEqualTo(Outcome.REFUTED);
        assertThat(judge(Relation.GREATER, rate("stimulated", 2.0), rate("control", 2.0))
                        .outcome())
                .as("no difference is not greater")
                .isEqualTo(Outcome.REFUTED);
    }

    /** By hand: means 10 and 8, sd 2 and 2, n 8 and 8: se = 1, ν = 14, t = 2.1448, so 2 ± 2.1448 and d = 1. */
    @Test
    void anIntervalThatHoldsZeroLeavesItUndecided() {
        var verdict = judge(Relation.GREATER, rate("stimulated", 10, 2, 8), rate("control", 8, 2, 8));
        var effect = verdict.effects().getFirst();
        assertThat(Objects.requireNonNull(effect.low_95())).isCloseTo(2 - 2.1448, within(1e-3));
        assertThat(Objects.requireNonNull(effect.high_95())).isCloseTo(2 + 2.1448, within(1e-3));
        assertThat(Objects.requireNonNull(effect.cohens_d())).isCloseTo(1.0, within(1e-12));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.words()).contains("95 % interval", "Cohen's d 1");
    }

    @Test
    void anIntervalBeyondZeroDecides() {
        assertThat(judge(Relation.GREATER, rate("stimulated", 12, 2, 8), rate("control", 8, 2, 8))
                        .outcome())
                .isEqualTo(Outcome.SUPPORTED);
        assertThat(judge(Relation.LESS, rate("stimulated", 12, 2, 8), rate("control", 8, 2, 8))
                        .outcome())
                .isEqualTo(Outcome.REFUTED);
        assertThat(judge(Relation.LESS, rate("stimulated", 8, 2, 8), rate("control", 12, 2, 8))
                        .outcome())
                .isEqualTo(Outcome.SUPPORTED);
    }

    @Test
    void seedsAreRepeatsOfOneSetting() {
        var verdict = judge(
                Relation.GREATER,
                under("stimulated", "sim.run.seed", 1, 9),
                under("stimulated", "sim.run.seed", 2, 11),
                under("stimulated", "sim.run.seed", 3, 10),
                under("control", "sim.run.seed", 1, 1),
                under("control", "sim.run.seed", 2, 2),
                under("control", "sim.run.seed", 3, 3));
        var effect = verdict.effects().getFirst();
        assertThat(verdict.effects()).hasSize(1);
        assertThat(effect.left().mean()).isEqualTo(10);
        assertThat(effect.left().sd()).isEqualTo(1);
        assertThat(effect.left().n()).isEqualTo(3);
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
        assertThat(verdict.words()).contains("sd 1 over 3 seeds").doesNotContain("no spread");
    }

    @Test
    void spreadOverCellsIsNamedAsWhatItIs() {
        var stimulated = new Measure(
                "s5", "mean_rate", "L4", "stimulated", Map.of(), 9.0, "Hz", new Spread("sem", 0.5, "cells"), 16);
        var control = new Measure(
                "s5", "mean_rate", "L4", "control", Map.of(), 1.0, "Hz", new Spread("sem", 0.5, "cells"), 16);
        var verdict = judge(Relation.GREATER, stimulated, control);
        assertThat(verdict.effects().getFirst().left().sd()).as("sem · √n").isEqualTo(2);
        assertThat(verdict.words()).contains("over cells of one network");
    }

    @Test
    void aLatencyOfCellsThatNeverFiredDecidesNothing() {
        var verdict = judge(Relation.LESS, rate("stimulated", 3.0), rate("control", (Double) null));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.words()).contains("could not be measured in 'control'");
    }

    @Test
    void againstAValueTheIntervalIsThatOfTheMean() {
        var verdict = Judge.judge(criterion(Relation.LESS, null, 20.0), List.of(rate("stimulated", 12, 2, 8)));
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
        assertThat(verdict.effects().getFirst().cohens_d()).isEqualTo(-4);
    }

    @Test
    void equalMeansWithinATenthAndTheWholeInterval() {
        assertThat(judge(Relation.EQUAL, rate("stimulated", 10.5), rate("control", 10.0))
                        .outcome())
                .isEqualTo(Outcome.SUPPORTED);
        assertThat(judge(Relation.EQUAL, rate("stimulated", 12.0), rate("control", 10.0))
                        .outcome())
                .isEqualTo(Outcome.REFUTED);
        assertThat(judge(Relation.EQUAL, rate("stimulated", 10, 5, 4), rate("control", 10, 5, 4))
                        .outcome())
                .as("a wide interval about no difference is no evidence of equality")
                .isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aTrendIsSupportedWhereNoStepGoesBack() {
        var verdict = judge(
                Relation.INCREASES,
                under("stimulated", CA, 2.0, 7),
                under("stimulated", CA, 1.0, 3),
                under("stimulated", CA, 1.5, 3),
                under("control", CA, 1.0, 99));
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUPPORTED);
        assertThat(verdict.words()).contains("3 Hz at 1, 3 Hz at 1.5, 7 Hz at 2");
    }

    @Test
    void aTrendThatFallsIsRefutedAndOneThatWaversIsUndecided() {
        assertThat(judge(Relation.INCREASES, under("stimulated", CA, 1, 7), under("stimulated", CA, 2, 3))
                        .outcome())
                .isEqualTo(Outcome.REFUTED);
        assertThat(judge(
                                Relation.DECREASES,
                                under("stimulated", CA, 1, 9),
                                under("stimulated", CA, 2, 4),
                                under("stimulated", CA, 3, 5))
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void aTrendNeedsASweepOfOneNumber() {
        assertThat(judge(Relation.INCREASES, rate("stimulated", 3.0)).words()).contains("Nothing was swept");
    }

    @Test
    void settingsOfASweepMustAgree() {
        var verdict = judge(
                Relation.GREATER,
                under("stimulated", CA, 1, 9),
                under("control", CA, 1, 4),
                under("stimulated", CA, 2, 3),
                under("control", CA, 2, 4));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.words()).contains("held in 1 of 2 settings", "At sim.run.ca_mM = 2");
    }

    @Test
    void aGroupThatIsNotNamedIsTheOnlyOneThereIs() {
        var criterion = new Criterion("mean_rate", null, null, Relation.GREATER, "control", null, "Hz");
        assertThat(Judge.judge(criterion, List.of(rate("stimulated", 3.0), rate("control", 2.0)))
                        .outcome())
                .isEqualTo(Outcome.SUPPORTED);
    }
}
