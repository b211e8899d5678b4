package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarShapeTest {
    private static BarShape shape(float... tipsAndForks) {
        var bars = new ArrayList<List<Float>>();
        for (int b = 0; b < tipsAndForks.length; b += 2) {
            bars.add(List.of(tipsAndForks[b], tipsAndForks[b + 1]));
        }
        return new BarShape(new Tree(0, 0, bars));
    }

    @Test
    void aTreeOfAnotherSizeIsACopy() {
        assertThat(shape(100, 0, 80, 20).distance(shape(300, 0, 240, 60), Double.POSITIVE_INFINITY))
                .isCloseTo(0, within(1e-7));
    }

    @Test
    void aBarThatIsMovedCostsItsWayAndOneTooManyItsHalfLength() {
        double moved = shape(100, 0, 80, 20).distance(shape(100, 0, 90, 20), Double.POSITIVE_INFINITY);
        assertThat(moved).isCloseTo(0.1 / (0.5 + 0.3 + 0.5 + 0.35), within(1e-7));
        double more = shape(100, 0).distance(shape(100, 0, 90, 20), Double.POSITIVE_INFINITY);
        assertThat(more).isCloseTo(0.35 / (0.5 + 0.5 + 0.35), within(1e-7));
    }

    @Test
    void itIsTheDistanceOfTheBestOfAllMatchingsOrNotBelowTheLimit() {
        var draws = Draws.of(1, "test", 0);
        for (int i = 0; i < 200; i++) {
            float[] a = bars(draws, 1 + draws.nextInt(5));
            float[] b = bars(draws, 1 + draws.nextInt(5));
            double exact = cheapest(a, b, 0, new boolean[b.length / 2]) / (halves(a) + halves(b));
            assertThat(shape(a).distance(shape(b), Double.POSITIVE_INFINITY)).isCloseTo(exact, within(1e-6));
            double limit = draws.nextDouble() * 0.5;
            double told = shape(a).distance(shape(b), limit);
            if (exact < limit - 1e-6) {
                assertThat(told).isCloseTo(exact, within(1e-6));
            } else {
                assertThat(told).isGreaterThanOrEqualTo(limit - 1e-6).isLessThanOrEqualTo(exact + 1e-6);
            }
        }
    }

    private static float[] bars(Draws draws, int n) {
        var bars = new float[2 * n];
        bars[0] = 1;
        for (int b = 1; b < n; b++) {
            bars[2 * b] = (float) draws.nextDouble();
            bars[2 * b + 1] = (float) (bars[2 * b] * draws.nextDouble());
        }
        return bars;
    }

    private static double halves(float[] bars) {
        double sum = 0;
        for (int b = 0; b < bars.length; b += 2) {
            sum += (bars[b] - bars[b + 1]) / 2;
        }
        return sum;
    }

    /** Every way to match the bars of a from one on. */
    private static double cheapest(float[] a, float[] b, int from, boolean[] taken) {
        if (2 * from == a.length) {
            double left = 0;
            for (int j = 0; j < taken.length; j++) {
                left += taken[j] ? 0 : (b[2 * j] - b[2 * j + 1]) / 2;
            }
            return left;
        }
        double best = (a[2 * from] - a[2 * from + 1]) / 2 + cheapest(a, b, from + 1, taken);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                double way = Math.max(Math.abs(a[2 * from] - b[2 * j]), Math.abs(a[2 * from + 1] - b[2 * j + 1]));
                best = Math.min(best, way + cheapest(a, b, from + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }
}
