package io.brainwright.sim.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void expIsWithinFiveTimesTenToTheMinusThirteen() {
        double worst = 0;
        for (int i = -25_000; i <= 25_000; i++) {
            double x = i * 1e-3;
            worst = Math.max(worst, Math.abs(Exponential.exp(x) / StrictMath.exp(x) - 1));
        }
        assertThat(worst).isLessThan(5e-13);
    }

    @Test
    void expm1KeepsItsDigitsNearZero() {
        for (double x = 1e-12; x < 1; x *= 3) {
            assertThat(Exponential.expm1(-x) / StrictMath.expm1(-x) - 1).isBetween(-1e-14, 1e-14);
        }
    }

    @Test
    void linoidIsSmoothThroughZero() {
        assertThat(Exponential.linoid(0)).isEqualTo(1);
        for (double x = 1e-15; x < 40; x *= 2) {
            assertThat(Exponential.linoid(x) / (x / StrictMath.expm1(x)) - 1).isBetween(-1e-11, 1e-11);
            assertThat(Exponential.linoid(-x) / (-x / StrictMath.expm1(-x)) - 1).isBetween(-1e-11, 1e-11);
        }
    }

    @Test
    void lnIsWithinAFewUnitsInTheLastPlace() {
        for (double x = 1e-9; x < 1e3; x *= 1.0137) {
            assertThat(Logarithm.ln(x)).isCloseTo(StrictMath.log(x), org.assertj.core.data.Offset.offset(1e-14));
        }
    }
}
