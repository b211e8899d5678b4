package io.brainwright.sim.model.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InhomogeneousPoissonTest {
    private static final InhomogeneousPoisson STEPS =
            new InhomogeneousPoisson(new double[] {20, 0, 100}, new double[] {100, 400, 500});

    @Test
    void eachBinHasThePoissonNumberOfItsRate() {
        int trials = 2000;
        double[] counts = new double[3];
        double squares = 0;
        for (int trial = 0; trial < trials; trial++) {
            var times = STEPS.times_ms(1000, 1000, Draws.of(1, "test", trial));
            counts[0] += between(times, 100, 400);
            counts[1] += between(times, 400, 500);
            long last = between(times, 500, 1000);
            counts[2] += last;
            squares += (last - 50.0) * (last - 50);
            assertThat(times).isSorted();
            assertThat(between(times, 100, 1000)).isEqualTo(times.length);
        }
        assertThat(counts[0] / trials).isCloseTo(6, within(5 * Math.sqrt(6.0 / trials)));
        assertThat(counts[1]).isZero();
        assertThat(counts[2] / trials).isCloseTo(50, within(5 * Math.sqrt(50.0 / trials)));
        assertThat(squares / trials).as("variance").isCloseTo(50, within(5 * 50 * Math.sqrt(2.0 / trials)));
    }

    @Test
    void equalKeysGiveEqualTrains() {
        assertThat(STEPS.times_ms(1000, 1000, Draws.of(1, "test", 7)))
                .isEqualTo(STEPS.times_ms(1000, 1000, Draws.of(1, "test", 7)))
                .isNotEqualTo(STEPS.times_ms(1000, 1000, Draws.of(1, "test", 8)));
    }

    @Test
    void whatMakesNoSenseIsTold() {
        assertThatThrownBy(() -> new InhomogeneousPoisson(new double[] {1}, new double[] {1, 2}))
                .hasMessageContaining("1 rates for 2 bins");
        assertThatThrownBy(() -> new InhomogeneousPoisson(new double[] {1, -2}, new double[] {1, 2}))
                .hasMessageContaining("bin 1 starts at 2.0 ms with -2.0 Hz");
        assertThatThrownBy(() -> STEPS.times_ms(1000, 3, Draws.of(1, "test", 7)))
                .hasMessageContaining("more than 3");
    }

    private static long between(double[] times, double from, double to) {
        return Arrays.stream(times).filter(t -> t >= from && t < to).count();
    }
}
