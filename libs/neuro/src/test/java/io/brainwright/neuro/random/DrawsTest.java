package io.brainwright.neuro.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int N = 200_000;

    @Test
    void theSameKeyGivesTheSameStream() {
        var a = Draws.of(7, "placement.position", 41);
        var b = Draws.of(7, "placement.position", 41);
        for (int i = 0; i < 1000; i++) {
            assertThat(a.nextLong()).isEqualTo(b.nextLong());
        }
    }

    @Test
    void seedPurposeAndEntityEachChangeTheStream() {
        long first = Draws.of(7, "a", 1).nextLong();
        assertThat(Draws.of(8, "a", 1).nextLong()).isNotEqualTo(first);
        assertThat(Draws.of(7, "b", 1).nextLong()).isNotEqualTo(first);
        assertThat(Draws.of(7, "a", 2).nextLong()).isNotEqualTo(first);
    }

    @Test
    void momentsAreThoseOfTheDistribution() {
        expectMoments(d -> d.normal(3, 2), 3, 2);
        expectMoments(d -> d.gamma(0.68, 0.44), 0.68, 0.44);
        expectMoments(d -> d.gamma(0.5, 1.0), 0.5, 1.0);
        expectMoments(d -> d.poisson(70), 70, Math.sqrt(70));
        expectMoments(d -> d.exponential(5), 5, 5);
        expectMoments(d -> d.uniform(0, 12), 6, 12 / Math.sqrt(12));
    }

    @Test
    void chooseFollowsItsWeights() {
        var draws = Draws.of(1, "choose", 0);
        var count = new int[3];
        for (int i = 0; i < N; i++) {
            count[draws.choose(new double[] {1, 0, 3})]++;
        }
        assertThat(count[1]).isZero();
        assertThat(count[2] / (double) N).isCloseTo(0.75, within(0.005));
    }

    private static void expectMoments(ToDoubleFunction<Draws> draw, double mean, double sd) {
        var draws = Draws.of(2026, "moments", 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            double v = draw.applyAsDouble(draws);
            sum += v;
            squares += v * v;
        }
        double m = sum / N;
        assertThat(m).isCloseTo(mean, within(6 * sd / Math.sqrt(N)));
        assertThat(Math.sqrt(squares / N - m * m)).isCloseTo(sd, within(0.03 * sd));
    }
}
