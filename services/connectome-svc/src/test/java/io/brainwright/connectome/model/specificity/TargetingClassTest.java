package io.brainwright.connectome.model.specificity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.neuro.vocabulary.SynapseClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetingClassTest {
    private static final CellType BASKET = new CellType("L23_LBC", SynapseClass.INH);

    private static TargetingClass wanting(Map<Landing, Double> shares) {
        return new TargetingClass("test", new CellSelector(List.of("*_LBC")), shares, Map.of(), false);
    }

    private static double[] counts(double soma, double proximal, double apical, double distal, double inhibitory) {
        double[] by = new double[Landing.count()];
        by[Landing.SOMA.ordinal()] = soma;
        by[Landing.PROXIMAL.ordinal()] = proximal;
        by[Landing.APICAL.ordinal()] = apical;
        by[Landing.DISTAL.ordinal()] = distal;
        by[Landing.INHIBITORY.ordinal()] = inhibitory;
        return by;
    }

    /** 10 % of appositions on somata, 40 % wanted: the others get (0.6 / 0.9) / (0.4 / 0.1) = 1/6. */
    @Test
    void oneWantedShareHasAClosedForm() {
        double[] w = wanting(Map.of(Landing.SOMA, 0.4)).weights(counts(100, 300, 200, 300, 100));
        assertThat(w[Landing.SOMA.ordinal()]).isEqualTo(1);
        for (var other : List.of(Landing.PROXIMAL, Landing.APICAL, Landing.DISTAL, Landing.INHIBITORY)) {
            assertThat(w[other.ordinal()]).as(other.word()).isCloseTo(1.0 / 6, within(1e-12));
        }
    }

    @Test
    void weightedAppositionsHaveTheWantedSharesAndTheRestKeepsItsProportions() {
        var shares = new EnumMap<Landing, Double>(Map.of(Landing.SOMA, 0.32, Landing.PROXIMAL, 0.35));
        double[] found = counts(50, 150, 250, 400, 150);
        double[] w = wanting(shares).weights(found);
        double all = 0;
        for (int l = 0; l < w.length; l++) {
            assertThat(w[l]).isBetween(0.0, 1.0);
            all += w[l] * found[l];
        }
        assertThat(50 * w[Landing.SOMA.ordinal()] / all).isCloseTo(0.32, within(1e-12));
        assertThat(150 * w[Landing.PROXIMAL.ordinal()] / all).isCloseTo(0.35, within(1e-12));
        assertThat(w[Landing.APICAL.ordinal()]).isCloseTo(w[Landing.DISTAL.ordinal()], within(1e-12));
    }

    @Test
    void whatLiesAsWantedKeepsEveryApposition() {
        double[] w = wanting(Map.of(Landing.SOMA, 0.1)).weights(counts(100, 300, 200, 300, 100));
        assertThat(w[Landing.SOMA.ordinal()]).isCloseTo(1, within(1e-12));
        assertThat(w[Landing.DISTAL.ordinal()]).isCloseTo(1, within(1e-12));
    }

    @Test
    void landingsFollowTypePathAndTarget() {
        assertThat(Landing.of(false, 1, 0, 50)).isEqualTo(Landing.SOMA);
        assertThat(Landing.of(false, 3, 49.9, 50)).isEqualTo(Landing.PROXIMAL);
        assertThat(Landing.of(false, 4, 49.9, 50)).isEqualTo(Landing.PROXIMAL);
        assertThat(Landing.of(false, 4, 50, 50)).isEqualTo(Landing.APICAL);
        assertThat(Landing.of(false, 3, 50, 50)).isEqualTo(Landing.DISTAL);
        assertThat(Landing.of(false, 2, 10, 50)).isEqualTo(Landing.INITIAL_SEGMENT);
        assertThat(Landing.of(true, 1, 0, 50)).isEqualTo(Landing.INHIBITORY);
    }

    @Test
    void appositionsStayWithTheirWeightAndSparseAxonsKeepOne() {
        double[] weights = new double[Landing.count()];
        weights[Landing.SOMA.ordinal()] = 1;
        weights[Landing.DISTAL.ordinal()] = 0.25;
        var targeting = wanting(Map.of(Landing.SOMA, 0.4));
        var chosen = new Specificity.Weighted(targeting, weights);
        var specificity = new Specificity(List.of(chosen), 50, 7);
        assertThat(specificity.of(BASKET)).contains(chosen);
        assertThat(specificity.of(new CellType("L23_MC", SynapseClass.INH))).isEmpty();
        int pairs = 4000;
        int far = 0;
        for (int pair = 0; pair < pairs; pair++) {
            var stay = specificity.stay(chosen, List.of(Landing.SOMA, Landing.DISTAL, Landing.APICAL), pair);
            assertThat(stay.get(0)).isTrue();
            assertThat(stay.get(2)).isFalse();
            far += stay.get(1) ? 1 : 0;
        }
        assertThat(far).isCloseTo(pairs / 4, within(4 * (int) Math.sqrt(pairs * 0.25 * 0.75)));
        var one = new Specificity.Weighted(
                new TargetingClass("sparse", targeting.pre(), Map.of(), Map.of(), true), new double[Landing.count()]);
        int[] times = new int[4];
        for (int pair = 0; pair < pairs; pair++) {
            var stay = specificity.stay(one, Collections.nCopies(4, Landing.DISTAL), pair);
            assertThat(stay.cardinality()).isEqualTo(1);
            times[stay.nextSetBit(0)]++;
        }
        for (int n : times) {
            assertThat(n).isCloseTo(pairs / 4, within(4 * (int) Math.sqrt(pairs * 0.25 * 0.75)));
        }
    }
}
