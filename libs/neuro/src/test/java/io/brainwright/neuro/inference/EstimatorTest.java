package io.brainwright.neuro.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimatorTest {
    private final Web.Builder web = new Web.Builder();
    private final int a = web.quantity("a", "1/mm3", 1);
    private final int b = web.quantity("b", "1/mm3", 1);
    private final int whole = web.quantity("whole", "1/mm3", 1);

    private void measured(int quantity, double value, double sd, String source) {
        web.add(Relation.measured("q" + quantity, Expression.of(quantity), value, sd, "", source));
    }

    private void wholeIsTheSum() {
        web.add(Relation.identity(
                "whole", Expression.of(whole), Expression.of(a).plus(Expression.of(b)), 1e-4, "by definition"));
    }

    @Test
    void twoMeasurementsOfOneQuantityMeetAtTheirWeightedMean() {
        measured(a, 100, 0.1, "x");
        measured(a, 110, 0.2, "y");
        measured(b, 1, 1, "x");
        measured(whole, 1, 1, "x");
        var found = Estimator.learn(web.build());
        double expected = Math.exp((Math.log(100) * 100 + Math.log(110) * 25) / 125);
        assertThat(found.value(a)).isCloseTo(expected, within(1e-6 * expected));
        assertThat(found.sd(a)).isCloseTo(Math.sqrt(1 / 125.0), within(1e-9));
    }

    @Test
    void aPartThatNobodyMeasuredIsTheWholeWithoutTheOther() {
        measured(whole, 1000, 0.01, "x");
        measured(a, 400, 0.01, "x");
        wholeIsTheSum();
        var found = Estimator.learn(web.build());
        assertThat(found.value(b)).isCloseTo(600, within(0.1));
        assertThat(found.sd(b)).isCloseTo(Math.hypot(1000 * 0.01, 400 * 0.01) / 600, within(2e-4));
    }

    @Test
    void sharesOfDeterminationAddUpToTheUnknowns() {
        measured(whole, 1000, 0.01, "x");
        measured(a, 400, 0.2, "x");
        measured(b, 700, 0.3, "y");
        wholeIsTheSum();
        var counted = Determination.of(Estimator.learn(web.build()));
        assertThat(counted.byMeasurements() + counted.byIdentities() + counted.free())
                .isCloseTo(3, within(1e-6));
        assertThat(counted.byIdentities()).isCloseTo(1, within(0.01));
        assertThat(counted.byOthers()).extracting(f -> f.relation().name()).contains("q1");
    }

    @Test
    void oneWildSourceMovesLittle() {
        for (int i = 0; i < 5; i++) {
            measured(a, 100, 0.1, "x" + i);
        }
        measured(a, 10_000, 0.1, "wild");
        measured(b, 1, 1, "x");
        measured(whole, 1, 1, "x");
        assertThat(Estimator.learn(web.build()).value(a)).isBetween(99.0, 104.0);
    }

    @Test
    void theSpreadThatAGroupSharesIsFoundAgain() {
        double[] off = {-1.2, -0.9, -0.4, -0.1, 0.1, 0.4, 0.9, 1.2, -0.7, 0.7};
        measured(a, 1, 1e-3, "x");
        measured(b, 1, 1, "x");
        measured(whole, 1, 1, "x");
        for (double o : off) {
            web.add(Relation.measured("a", Expression.of(a), Math.exp(o), 0.01, "laboratories", "y"));
        }
        double sd =
                Math.sqrt(java.util.Arrays.stream(off).map(o -> o * o).average().orElseThrow());
        assertThat(Estimator.learn(web.build()).spreads().sd().get("laboratories"))
                .isBetween(0.85 * sd, 1.1 * sd);
    }

    @Test
    void aNewFactIsTakenUpWithoutLearningAnew() {
        measured(whole, 1000, 0.01, "x");
        measured(a, 400, 0.2, "x");
        wholeIsTheSum();
        var before = Estimator.learn(web.build());
        var fact = NewFact.read("b = 500 +- 5").in(before.web());
        var after = Estimator.again(before.web().plus(fact), before);
        assertThat(after.value(a)).isCloseTo(500, within(3.0));
        assertThat(after.sd(a)).isLessThan(before.sd(a));
    }

    @Test
    void theMeasurementThatHelpsMostIsTheOneThatNobodyMade() {
        measured(whole, 1000, 0.01, "x");
        measured(a, 400, 0.5, "x");
        wholeIsTheSum();
        var ranked = NextMeasurement.rank(Estimator.learn(web.build()), _ -> true, 0.1);
        assertThat(ranked.getFirst().quantity()).isIn("a", "b");
        assertThat(ranked.getLast().quantity()).isEqualTo("whole");
        assertThat(ranked.getFirst().gain()).isBetween(0.8, 1.0);
    }
}
