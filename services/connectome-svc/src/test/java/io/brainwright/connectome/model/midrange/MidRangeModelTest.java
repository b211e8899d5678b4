package io.brainwright.connectome.model.midrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.midrange.ProjectionTree.Fork;
import io.brainwright.connectome.model.midrange.ProjectionTree.Leaf;
import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.neuro.random.Draws;
import java.util.List;
import org.junit.jupiter.api.Test;

class MidRangeModelTest {
    /** Reached at 0.8: A with 0.3, B with 0.4, both below a fork of 0.5; C with 0.6 below the root. */
    private static final ProjectionTree TREE =
            new Fork(0.8, List.of(new Fork(0.5, List.of(new Leaf("A", 0.3), new Leaf("B", 0.4))), new Leaf("C", 0.6)));

    private static final int CELLS = 40_000;

    private static double share(String... regions) {
        int reached = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            reached += TREE.draw(Draws.of(3, "test.tree", cell)).containsAll(List.of(regions)) ? 1 : 0;
        }
        return (double) reached / CELLS;
    }

    private static org.assertj.core.data.Offset<Double> noise(double p) {
        return within(4 * Math.sqrt(p * (1 - p) / CELLS));
    }

    @Test
    void eachRegionIsReachedAsOftenAsItsLeafSays() {
        assertThat(share("A")).isCloseTo(0.3, noise(0.3));
        assertThat(share("B")).isCloseTo(0.4, noise(0.4));
        assertThat(share("C")).isCloseTo(0.6, noise(0.6));
    }

    @Test
    void pairsAreReachedTogetherAsTheLowestForkAboveThemSays() {
        assertThat(TREE.interaction("A", "B")).isEqualTo(0.5);
        assertThat(TREE.interaction("A", "C")).isEqualTo(0.8);
        assertThat(share("A", "B")).isCloseTo(0.3 * 0.4 / 0.5, noise(0.24));
        assertThat(share("A", "C")).isCloseTo(0.3 * 0.6 / 0.8, noise(0.225));
    }

    @Test
    void aTreeWithoutARegionReachesTheOthersAsBefore() {
        var left = TREE.without("A").orElseThrow();
        assertThat(left.reach("A")).isEmpty();
        assertThat(left.reach("B")).contains(0.4);
        assertThat(left.interaction("B", "C")).isEqualTo(0.8);
        assertThat(new Leaf("A", 1).without("A")).isEmpty();
    }

    @Test
    void cornersMapToCornersAndTheMiddleToTheMiddle() {
        var from = new Triangle(0, 0, 100, 0, 0, 200);
        var to = new Triangle(1000, 1000, 1000, 900, 1300, 1000);
        double[] uv = new double[2];
        from.map(to, 0, 0, uv);
        assertThat(uv).containsExactly(new double[] {1000, 1000}, within(1e-9));
        from.map(to, 100, 0, uv);
        assertThat(uv).containsExactly(new double[] {1000, 900}, within(1e-9));
        from.map(to, 0, 200, uv);
        assertThat(uv).containsExactly(new double[] {1300, 1000}, within(1e-9));
        from.map(to, 100 / 3.0, 200 / 3.0, uv);
        assertThat(uv).containsExactly(new double[] {1100, 2900 / 3.0}, within(1e-9));
        double[] abc = new double[3];
        from.coordinates(-10, 0, abc);
        assertThat(abc[1]).as("outside").isNegative();
    }

    /** Two cells, at 0 and at 2 σ from the synapse: e² to 1. */
    @Test
    void theNearerCellMakesTheSynapseByTheGaussianOfItsDistance() {
        var sources = new MappedSources(new long[] {5, 9, 11}, new double[] {0, 60, 5000}, new double[3], 30, 2);
        int near = 0;
        for (int i = 0; i < CELLS; i++) {
            long picked = sources.pick(0, 0, Draws.of(1, "test.pick", i));
            assertThat(picked).as("only the two nearest are looked at").isNotEqualTo(11);
            near += picked == 5 ? 1 : 0;
        }
        double p = 1 / (1 + Math.exp(-2));
        assertThat((double) near / CELLS).isCloseTo(p, noise(p));
        assertThat(sources.reaches(30, 0)).isTrue();
        assertThat(sources.reaches(0, 31)).isFalse();
    }

    @Test
    void reachedDendriteTakesTheSynapsesOfAllByLayer() {
        double[] profile = {0, 2, 0, 0, 0, 1, 0};
        var triangle = new Triangle(0, 0, 1, 0, 0, 1);
        var projection =
                new Projection("A", "B", new CellSelector(List.of("EXC")), 0.02, profile, triangle, triangle, 50);
        double[] volume_um3 = {0, 1e6, 0, 0, 0, 3e6, 0};
        var density = new ArborDensity(projection, volume_um3, 0.5);
        density.count(1, 1000, true);
        density.count(1, 1000, false);
        density.count(5, 3000, true);
        density.count(5, 5000, false);
        assertThat(density.compensation()).isCloseTo(10_000 / 4000.0, within(1e-12));
        assertThat(density.wanted(1) + density.wanted(5)).isCloseTo(0.02 * 4e6 * 0.5, within(1e-6));
        assertThat(density.wanted(1) / density.wanted(5)).isCloseTo(2 * 1e6 / 3e6, within(1e-12));
        double drawn = 1000 * density.perUm(1) + 3000 * density.perUm(5);
        double wanted = 2.5 * (density.wanted(1) / 2 + density.wanted(5) * 3 / 8);
        assertThat(drawn).isCloseTo(wanted, within(1e-9));
    }

    @Test
    void theDelayIsThatOfGreyAndWhiteMatter() {
        assertThat(Projection.delay_ms(600, 900, 3500)).isCloseTo(0.1 + 5 + 1, within(1e-12));
        assertThat(Projection.delay_ms(0, 0, 0)).isEqualTo(0.1);
    }

    @Test
    void theShareOfAColumnIsTheChanceThatAPlaceScatteredAboutAPlaceOfADiskLiesInIt() {
        double sigma_um = 100;
        for (double radius_um : new double[] {30, 100, 400}) {
            var draws = Draws.of(1, "disk", (long) radius_um);
            int inside = 0;
            int all = 200_000;
            for (int i = 0; i < all; i++) {
                double r = radius_um * Math.sqrt(draws.nextDouble());
                double u = draws.normal(r, sigma_um);
                double v = draws.normal(0, sigma_um);
                inside += u * u + v * v < radius_um * radius_um ? 1 : 0;
            }
            double share = ColumnShare.of(Math.PI * radius_um * radius_um, sigma_um);
            assertThat(share).isCloseTo(inside / (double) all, within(4 * Math.sqrt(share * (1 - share) / all)));
        }
        assertThat(ColumnShare.of(Math.PI, sigma_um)).isCloseTo(0.5e-4, within(1e-8)); // a² / 2σ²
        assertThat(ColumnShare.of(Math.PI * 1e8, sigma_um)).isCloseTo(1, within(0.01));
    }
}
