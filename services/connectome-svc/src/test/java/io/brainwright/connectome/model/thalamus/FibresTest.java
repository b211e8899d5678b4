package io.brainwright.connectome.model.thalamus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.RecipeFile;
import org.junit.jupiter.api.Test;

class FibresTest {
    @Test
    void theNearestFibreIsTheOneThatASearchOverAllFinds() {
        var lattice = new FibreLattice("VPM", 0.0156, new double[] {-120, 40}, new double[] {90, 210}, 7);
        var draws = Draws.of(1, "test", 0);
        double[] uv = new double[2];
        for (int trial = 0; trial < 300; trial++) {
            double u = draws.uniform(-115, 85);
            double v = draws.uniform(45, 205);
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < lattice.size(); i++) {
                lattice.place(i, uv);
                double square = (uv[0] - u) * (uv[0] - u) + (uv[1] - v) * (uv[1] - v);
                if (square < least) {
                    least = square;
                    nearest = i;
                }
            }
            assertThat(lattice.nearest(u, v)).isEqualTo(nearest);
        }
    }

    @Test
    void fibresAreAsDenseAsAskedForAndLieWhereTheyLieInALargerTissue() {
        var small = new FibreLattice("VPM", 0.01, new double[] {0, 0}, new double[] {99.9, 99.9}, 7);
        var large = new FibreLattice("VPM", 0.01, new double[] {-300, -300}, new double[] {400, 400}, 7);
        assertThat(small.size()).isEqualTo(100);
        double[] a = new double[2];
        double[] b = new double[2];
        for (int i = 0; i < small.size(); i++) {
            small.place(i, a);
            large.place(large.nearest(a[0], a[1]), b);
            assertThat(b).containsExactly(a);
        }
    }

    @Test
    void theCutLeavesTheShareAskedForOfTheSynapses() {
        long[] connections = {0, 500, 300, 150, 60, 20, 5};
        var cut = ConnectionCut.of(connections, 1 / 2.6, 1);
        double all = 0;
        double kept = 0;
        for (int n = 1; n < connections.length; n++) {
            all += n * connections[n];
            kept += n * connections[n] * cut.survival(n);
        }
        assertThat(kept / all).isCloseTo(1 / 2.6, within(1e-6));
        assertThat(cut.survival(6)).isGreaterThan(cut.survival(1));
    }

    @Test
    void theNormalDistributionIsThatOfTheTables() {
        assertThat(ConnectionCut.normal(0)).isCloseTo(0.5, within(1e-6));
        assertThat(ConnectionCut.normal(1)).isCloseTo(0.841344746, within(2e-7));
        assertThat(ConnectionCut.normal(-2)).isCloseTo(0.022750132, within(2e-7));
    }

    @Test
    void theBandsOfVpmReachFromLayerFourToTheMiddleOfLayerThreeAndAcrossTheBorderOfFiveAndSix() {
        var sheet = CorticalRecipe.open("rat-nbs1");
        var profile = DepthProfile.read("VPM", RecipeFile.open("rat-nbs1-synapses"), sheet);
        var three = sheet.layer(3);
        assertThat(profile.bins()).hasSize(20);
        assertThat(profile.bins().getFirst().top_um())
                .isCloseTo(three.bottom_um() - three.thickness_um() / 2, within(1e-9));
        assertThat(profile.bins().get(9).bottom_um()).isCloseTo(sheet.layer(4).bottom_um(), within(1e-9));
        assertThat(profile.bins().getFirst().density_per_um3()).isEqualTo(0.01);
        assertThat(profile.bins().get(4).density_per_um3()).isEqualTo(0.04);
        assertThat(profile.binAt(sheet.layer(1).top_um() + 1)).isEqualTo(-1);
        assertThat(profile.bins().getLast().bottom_um())
                .isCloseTo(sheet.layer(6).top_um() + 0.15 * sheet.layer(6).thickness_um(), within(1e-9));
    }
}
