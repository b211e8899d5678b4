package io.brainwright.connectome.model.apposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import org.junit.jupiter.api.Test;

class ClosestTest {
    private final Closest closest = new Closest();

    @Test
    void crossingSegmentsAreApartByTheirHeight() {
        float[] alongX = {-5, 0, 0, 5, 0, 0};
        float[] alongZ = {1, 3, -4, 1, 3, 4};
        assertThat(closest.squared(alongX, 0, alongZ, 0)).isEqualTo(9);
        assertThat(closest.s).isEqualTo(0.6);
        assertThat(closest.t).isEqualTo(0.5);
    }

    @Test
    void parallelSegmentsThatOverlapAreApartByTheirSpacing() {
        assertThat(closest.squared(new float[] {0, 0, 0, 10, 0, 0}, 0, new float[] {4, 2, 0, 14, 2, 0}, 0))
                .isEqualTo(4);
    }

    @Test
    void collinearSegmentsAreApartByTheGapBetweenTheirEnds() {
        assertThat(closest.squared(new float[] {0, 0, 0, 1, 0, 0}, 0, new float[] {9, 0, 0, 4, 0, 0}, 0))
                .isEqualTo(9);
    }

    @Test
    void aSomaIsASegmentOfNoLength() {
        float[] soma = {0, 4, 0, 0, 4, 0};
        float[] axon = {-3, 0, 0, 9, 0, 0};
        assertThat(closest.squared(axon, 0, soma, 0)).isEqualTo(16);
        assertThat(closest.s).isEqualTo(0.25);
        assertThat(closest.squared(soma, 0, axon, 0)).isEqualTo(16);
        assertThat(closest.squared(soma, 0, new float[] {0, 0, 0, 0, 0, 0}, 0)).isEqualTo(16);
    }

    @Test
    void noPairOfPointsOnRandomSegmentsIsNearer() {
        var draws = Draws.of(3, "test.closest", 0);
        for (int n = 0; n < 300; n++) {
            float[] p = random(draws);
            float[] q = random(draws);
            double nearest = closest.squared(p, 0, q, 0);
            double sampled = Double.POSITIVE_INFINITY;
            for (int i = 0; i <= 60; i++) {
                double[] point = new double[3];
                for (int k = 0; k < 3; k++) {
                    point[k] = p[k] + i / 60.0 * (p[3 + k] - (double) p[k]);
                }
                sampled = Math.min(sampled, closest.squared(point, q, 0));
            }
            assertThat(sampled).isGreaterThanOrEqualTo(nearest - 1e-9);
            assertThat(Math.sqrt(sampled)).isCloseTo(Math.sqrt(nearest), within(0.15));
        }
    }

    private static float[] random(Draws draws) {
        float[] ends = new float[6];
        for (int k = 0; k < 6; k++) {
            ends[k] = (float) draws.uniform(-5, 5);
        }
        return ends;
    }
}
