package io.brainwright.connectome.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionModelTest {
    private static final int CELLS = 500;
    private static final CellPlaces PLACES = cloud();
    private static final IntPredicate NOBODY = _ -> false;

    /** Cells in a box of 300 x 900 x 300 um, 900 um being the depth. */
    private static CellPlaces cloud() {
        var draws = Draws.of(3, "test.cloud", 0);
        var at = new float[4][CELLS];
        for (int c = 0; c < CELLS; c++) {
            at[0][c] = (float) draws.uniform(0, 300);
            at[3][c] = (float) draws.uniform(0, 900);
            at[1][c] = -at[3][c];
            at[2][c] = (float) draws.uniform(0, 300);
        }
        return new CellPlaces(at[0], at[1], at[2], at[3]);
    }

    private static ConnectionModel fitted(ModelKind kind, ConnectionModel truth) {
        var fit = kind.fit(PLACES);
        for (int a = 0; a < CELLS; a++) {
            var draws = Draws.of(1, "test.pairs", a);
            for (int b = 0; b < CELLS; b++) {
                if (a != b) {
                    fit.pair(a, b, draws.nextDouble() < truth.weight(PLACES, a, b));
                }
            }
        }
        return fit.model();
    }

    private record Truth(double above, double below) implements ConnectionModel {
        @Override
        public double weight(CellPlaces places, int source, int target) {
            double decay_um = places.depth_um(source) < places.depth_um(target) ? above : below;
            return 0.3 * Math.exp(-places.distance_um(source, target) / decay_um);
        }

        @Override
        public String words() {
            return "truth";
        }
    }

    @Test
    void theDecayByDistanceIsFoundAgain() {
        var model = (Object) fitted(ModelKind.DISTANCE, new Truth(120, 120));
        assertThat(model.toString()).contains("a=0.");
        double near = ((ConnectionModel) model).weight(PLACES, 0, 1);
        assertThat(near).isCloseTo(new Truth(120, 120).weight(PLACES, 0, 1), within(0.1 * near));
        assertThat(((ConnectionModel) model).words())
                .containsPattern("0\\.(2[7-9]|3[0-3])\\d* exp\\(-d / 1(1\\d|2\\d) um\\)");
    }

    @Test
    void aBipolarModelTellsSourcesAboveFromThoseBelow() {
        var truth = new Truth(200, 80);
        var model = fitted(ModelKind.BIPOLAR, truth);
        int[] compared = {0, 0};
        for (int a = 0; a < 40; a++) {
            for (int b = 0; b < 40; b++) {
                double d_um = PLACES.distance_um(a, b);
                if (a != b && d_um < 300) {
                    double wanted = truth.weight(PLACES, a, b);
                    assertThat(model.weight(PLACES, a, b)).isCloseTo(wanted, within(0.25 * wanted + 0.002));
                    compared[PLACES.depth_um(a) < PLACES.depth_um(b) ? 0 : 1]++;
                }
            }
        }
        assertThat(compared[0]).isPositive();
        assertThat(compared[1]).isPositive();
        double uniform = fitted(ModelKind.DISTANCE, truth).weight(PLACES, 0, 1);
        assertThat(uniform).isNotEqualTo(model.weight(PLACES, 0, 1));
    }

    @Test
    void chancesByPositionAreTheSharesOfTheirBins() {
        int only = 7;
        var fit = ModelKind.POSITION.fit(PLACES);
        for (int a = 0; a < CELLS; a++) {
            for (int b = 0; b < CELLS; b++) {
                if (a != b) {
                    fit.pair(a, b, a == only);
                }
            }
        }
        var model = fit.model();
        int strange = IntStream.range(0, CELLS)
                .filter(c -> (int) (PLACES.depth_um(c) / 100) != (int) (PLACES.depth_um(only) / 100))
                .findFirst()
                .orElseThrow();
        assertThat(model.weight(PLACES, strange, 1)).isZero();
        assertThat(model.weight(PLACES, only, strange)).isBetween(0.001, 1.0);
    }

    @Test
    void sourcesAreDrawnInProportionToTheirWeights() {
        var weights = new ConnectionModel() {
            @Override
            public double weight(CellPlaces places, int source, int target) {
                return source == 1 ? 3 : 1;
            }

            @Override
            public String words() {
                return "three to one";
            }
        };
        int[] first = new int[4];
        int trials = 20_000;
        for (int t = 0; t < trials; t++) {
            int[] drawn = new NewSources(PLACES, new int[] {0, 1, 2, 3}, weights, 1, "test").draw(3, t, 2, NOBODY);
            assertThat(drawn).hasSize(2).doesNotContain(3).doesNotHaveDuplicates();
            first[drawn[0]]++;
        }
        assertThat((double) first[1] / trials).isCloseTo(0.6, within(0.015));
        assertThat((double) first[0] / trials).isCloseTo(0.2, within(0.015));
    }

    @Test
    void whoIsTakenChangesNothingForTheOthers() {
        var uniform = fitted(ModelKind.ERDOS_RENYI, new Truth(100, 100));
        int[] all = IntStream.range(0, 20).toArray();
        var sources = new NewSources(PLACES, all, uniform, 9, "test");
        int[] ranked = sources.draw(30, 77, 20, NOBODY);
        int[] without = sources.draw(30, 77, 20, c -> c == ranked[0]);
        assertThat(without).isEqualTo(IntStream.of(ranked).skip(1).toArray());
    }
}
