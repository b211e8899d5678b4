package io.brainwright.placement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SystematicCountsTest {
    private static final double[] EXPECTED = {0.2, 3.7, 0, 12.45, 0.05, 8.6};

    @Test
    void theTotalIsExactAndEveryCountWithinOneOfItsExpectation() {
        for (int i = 0; i < 200; i++) {
            var counts = SystematicCounts.round(EXPECTED, 25, i / 200.0);
            assertThat(LongStream.of(counts).sum()).isEqualTo(25);
            for (int k = 0; k < counts.length; k++) {
                assertThat((double) counts[k]).isCloseTo(EXPECTED[k], within(1.0));
            }
        }
    }

    @Test
    void theMeanOverManyDrawsIsTheExpectationEvenOfRareTypes() {
        var draws = Draws.of(1, "test", 0);
        var sums = new double[EXPECTED.length];
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            var counts = SystematicCounts.round(EXPECTED, 25, draws.nextDouble());
            for (int k = 0; k < sums.length; k++) {
                sums[k] += counts[k];
            }
        }
        for (int k = 0; k < sums.length; k++) {
            assertThat(sums[k] / n).isCloseTo(EXPECTED[k], within(0.015)); // 4 sd of a mean of 20 000 coin tosses
        }
    }

    @Test
    void thinningKeepsTheProportions() {
        assertThat(SystematicCounts.round(new double[] {400, 300, 200, 100}, 10, 0.5))
                .containsExactly(4, 3, 2, 1);
    }
}
