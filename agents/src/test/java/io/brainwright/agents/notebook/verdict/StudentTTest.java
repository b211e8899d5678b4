package io.brainwright.agents.notebook.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {
    /** Closed forms: t(0.975) = tan(0.475 π) for ν = 1 and 0.95 · √(2 / (4 · 0.975 · 0.025)) for ν = 2. */
    @Test
    void oneAndTwoDegreesOfFreedomHaveClosedForms() {
        assertThat(StudentT.quantile975(1)).isCloseTo(Math.tan(0.475 * Math.PI), within(1e-3));
        assertThat(StudentT.quantile975(2)).isCloseTo(0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025)), within(1e-3));
    }

    /** For ν = 4 the distribution function is algebraic: F = 1/2 + 3/8 · s · (1 - s²/12 · ...) with s = t / √(1 + t²/4). */
    @Test
    void theQuantileOfFourDegreesOfFreedomCutsOff975() {
        double t = StudentT.quantile975(4);
        double s = t / Math.sqrt(1 + t * t / 4);
        assertThat(0.5 + 0.375 * s * (1 - s * s / 12)).isCloseTo(0.975, within(1e-5));
    }

    @Test
    void theQuantileFallsTowardsTheNormalOneWithoutAJump() {
        double before = StudentT.quantile975(1);
        for (double freedom = 1.25; freedom < 2000; freedom *= 1.05) {
            double now = StudentT.quantile975(freedom);
            assertThat(now).isLessThan(before).isGreaterThan(1.95996);
            before = now;
        }
        assertThat(StudentT.quantile975(10)).isCloseTo(2.2281, within(1e-3));
        assertThat(StudentT.quantile975(1e6)).isCloseTo(1.95997, within(1e-4));
    }
}
