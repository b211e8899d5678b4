package io.brainwright.neuro.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All five seeds: {@code brainwright recipe infer mouse-ccf --check 5}, kept in benchmarks/results/recipe.md. */
class HiddenFactsTest {
    @Test
    void aFifthOfTheMouseMeasurementsIsPredictedWithinItsIntervals() {
        var found = HiddenFacts.of(1, 0.2);
        assertThat(found.hidden()).isEqualTo(504);
        assertThat(found.covered()).isGreaterThanOrEqualTo(0.85);
        assertThat(found.web().mean())
                .isLessThan(found.prior().mean())
                .isLessThan(found.programme().mean());
        assertThat(found.web().median())
                .isLessThan(found.prior().median())
                .isLessThan(found.programme().median());
    }
}
