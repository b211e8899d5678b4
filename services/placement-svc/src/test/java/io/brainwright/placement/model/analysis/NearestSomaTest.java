package io.brainwright.placement.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import org.junit.jupiter.api.Test;

class NearestSomaTest {
    @Test
    void onALatticeTheNextSomaIsOneStepAway() {
        int side = 7;
        float[][] places = new float[3][side * side * side];
        for (int i = 0; i < places[0].length; i++) {
            places[0][i] = 12f * (i % side);
            places[1][i] = 20f * (i / side % side);
            places[2][i] = 30f * (i / (side * side));
        }
        var nearest = new NearestSoma(places[0], places[1], places[2]);
        for (int i = 0; i < places[0].length; i++) {
            assertThat(nearest.distance_um(i)).isEqualTo(12);
        }
    }

    @Test
    void amongRandomPlacesTheNearestIsTheOneOfAllPairs() {
        int n = 400;
        float[][] places = new float[3][n];
        var draws = Draws.of(1, "test.places", 0);
        for (int i = 0; i < n; i++) {
            places[0][i] = (float) draws.uniform(0, 100);
            places[1][i] = (float) draws.uniform(-700, 700);
            places[2][i] = (float) draws.exponential(50);
        }
        var nearest = new NearestSoma(places[0], places[1], places[2]);
        for (int i = 0; i < n; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                double d2 = 0;
                for (var axis : places) {
                    d2 += ((double) axis[i] - axis[j]) * ((double) axis[i] - axis[j]);
                }
                best = i == j ? best : Math.min(best, d2);
            }
            assertThat(nearest.distance_um(i)).isEqualTo(Math.sqrt(best));
        }
    }

    @Test
    void aLonelySomaHasNone() {
        assertThat(new NearestSoma(new float[1], new float[1], new float[1]).distance_um(0))
                .isInfinite();
    }

    @Test
    void aWindowOverAllOfAColumnHoldsItsVolumeAndASmallOneASlab() {
        var all = new Window(-100, 100, -100, 100);
        double flat_mm3 = Math.PI * 100 * 100 * 50 / 1e9;
        assertThat(all.volume_mm3(100, 8000, 7950)).isCloseTo(flat_mm3, within(2e-3 * flat_mm3));
        double slab_mm3 = 40.0 * 60 * 50 / 1e9;
        assertThat(new Window(-20, 20, -30, 30).volume_mm3(100, 8000, 7950))
                .isCloseTo(slab_mm3, within(1e-3 * slab_mm3));
    }
}
