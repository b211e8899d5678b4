package io.brainwright.sim.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Numbers by chance against closed forms. */
class ChanceTest {
    private static final int DRAWS = 200_000;

    @Test
    void uniformNumbersHaveTheMomentsOfTheUnitInterval() {
        var key = Chance.key(3, "toy.r", 17, 2);
        double sum = 0;
        double squares = 0;
        var words = new int[4];
        for (int d = 0; d < DRAWS; d++) {
            double u = Chance.uniform(key[0], key[1], d, words);
            assertThat(u).isGreaterThanOrEqualTo(0).isLessThan(1);
            sum += u;
            squares += u * u;
        }
        double five = 5 / Math.sqrt(DRAWS);
        assertThat(sum / DRAWS).isCloseTo(0.5, within(five * Math.sqrt(1.0 / 12)));
        assertThat(squares / DRAWS).isCloseTo(1.0 / 3, within(five * Math.sqrt(4.0 / 45)));
    }

    @Test
    void everyPartOfTheKeyMakesAnotherStream() {
        var key = Chance.key(3, "toy.r", 17, 2);
        assertThat(Chance.key(4, "toy.r", 17, 2)).isNotEqualTo(key);
        assertThat(Chance.key(3, "toy.s", 17, 2)).isNotEqualTo(key);
        assertThat(Chance.key(3, "toy.r", 18, 2)).isNotEqualTo(key);
        assertThat(Chance.key(3, "toy.r", 17, 3)).isNotEqualTo(key);
        assertThat(Chance.key(3, "toy.r", 17, 2)).isEqualTo(key);
    }

    /** The least k whose cumulative chance exceeds u, with chances from logarithms of factorials. */
    @Test
    void binomialNumbersInvertTheCumulativeDistribution() {
        double[][] cases = {{1, 0.3}, {7, 0.5}, {40, 0.97}, {300, 0.004}, {1500, 0.62}, {20_000, 0.1}};
        for (double[] c : cases) {
            int n = (int) c[0];
            double cumulative = 0;
            for (int k = 0; k <= n; k++) {
                double chance = Math.exp(lnFactorial(n)
                        - lnFactorial(k)
                        - lnFactorial(n - k)
                        + k * Math.log(c[1])
                        + (n - k) * Math.log1p(-c[1]));
                double middle = cumulative + chance / 2;
                cumulative += chance;
                if (chance > 1e-6) {
                    boolean rare = c[1] <= 0.5;
                    assertThat(Chance.binomial(rare ? middle : 1 - middle, n, c[1]))
                            .as("n %d, p %s".formatted(n, c[1]))
                            .isEqualTo(k);
                }
            }
        }
    }

    @Test
    void theEndsOfTheDistributionAreItsEnds() {
        assertThat(Chance.binomial(0.5, 0, 0.5)).isZero();
        assertThat(Chance.binomial(0.5, -3, 0.5)).isZero();
        assertThat(Chance.binomial(0.5, 10, 0)).isZero();
        assertThat(Chance.binomial(0.5, 10, 1)).isEqualTo(10);
        assertThat(Chance.binomial(Math.nextDown(1.0), 1000, 0.001)).isLessThan(40);
    }

    private static double lnFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }
}
