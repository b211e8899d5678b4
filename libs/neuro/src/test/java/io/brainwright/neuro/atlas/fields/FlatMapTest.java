package io.brainwright.neuro.atlas.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flat places of voxels, where they are known. */
class FlatMapTest {
    @TempDir
    Path folder;

    private AtlasFields fields(Geometry.Ids ids, int... sizes) {
        var tree = Geometry.tree(folder, 3);
        return AtlasFields.of(
                new Annotation(Geometry.annotation(folder, ids, 10, sizes), tree), tree, "C", Double.POSITIVE_INFINITY);
    }

    private static int layer(double below, double thickness) {
        return below < 0 || below > thickness ? 0 : 101 + Math.min(2, (int) (3 * below / thickness));
    }

    @Test
    void aSlabMapsToItsOwnXAndZ() {
        var fields = fields((x, y, z) -> x < 2 || x > 13 || z < 3 || z > 11 ? 0 : layer(12 - y - 0.5, 9), 16, 16, 16);
        var region = fields.region();
        double u0 = fields.place_um(0, 0) - 10 * region.volumeIndex(0, 0);
        double v0 = fields.place_um(0, 1) - 10 * region.volumeIndex(0, 2);
        for (int v = 0; v < region.size(); v++) {
            assertThat((double) fields.place_um(v, 0)).isCloseTo(10 * region.volumeIndex(v, 0) + u0, within(0.05));
            assertThat((double) fields.place_um(v, 1)).isCloseTo(10 * region.volumeIndex(v, 2) + v0, within(0.05));
            assertThat(fields.bad(v)).isZero();
        }
    }

    @Test
    void aSlabThatSlantsKeepsItsLengths() {
        // 30 degrees about z: lengths across are those along the slant
        double cos = Math.cos(Math.PI / 6);
        double sin = Math.sin(Math.PI / 6);
        Geometry.Ids ids = (x, y, z) -> {
            double along = cos * (x - 24.5) + sin * (y - 24.5);
            double up = cos * (y - 24.5) - sin * (x - 24.5);
            return Math.abs(along) > 16 || z < 2 || z > 13 ? 0 : layer(6 - up, 12);
        };
        var fields = fields(ids, 50, 50, 16);
        var region = fields.region();
        double sum = 0;
        double squares = 0;
        int compared = 0;
        for (int v = 0; v < region.size(); v++) {
            double along = cos * (region.volumeIndex(v, 0) - 24.5) + sin * (region.volumeIndex(v, 1) - 24.5);
            if (Math.abs(along) < 11) { // the jagged cut bends the streamlines beside it
                double offset = fields.place_um(v, 0) - 10 * along;
                sum += offset;
                squares += offset * offset;
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3000);
        double mean = sum / compared;
        assertThat(Math.sqrt(squares / compared - mean * mean)).isLessThan(2); // um: a fifth of a voxel
        var patch = fields.flatMap().patches().getFirst();
        assertThat(patch.areaRatio()[0]).isCloseTo(1, within(0.01));
        assertThat(patch.areaRatio()[2]).isCloseTo(1, within(0.01));
    }

    @Test
    void onASphericalShellAreasAreKeptAndPlacesStayAlongARadius() {
        Geometry.Ids ids = (x, y, z) -> {
            double r = Math.sqrt((x - 29.5) * (x - 29.5) + (y + 0.5) * (y + 0.5) + (z - 29.5) * (z - 29.5));
            return y + 0.5 < 0.6 * r ? 0 : layer(28 - r, 8);
        };
        var fields = fields(ids, 60, 30, 60);
        var patch = fields.flatMap().patches().getFirst();
        assertThat(fields.flatMap().patches()).hasSize(1);
        assertThat(patch.folds()).isZero();
        assertThat(patch.areaRatio()[0]).isCloseTo(1, within(0.02));
        assertThat(patch.areaRatio()[1]).isCloseTo(1, within(0.005));
        assertThat(patch.areaRatio()[2]).isCloseTo(1, within(0.02));
        var region = fields.region();
        int compared = 0;
        double squares = 0;
        for (int v = 0; v < region.size(); v++) {
            double[] p = {
                region.volumeIndex(v, 0) - 29.5, region.volumeIndex(v, 1) + 0.5, region.volumeIndex(v, 2) - 29.5
            };
            double r = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
            if (p[1] > 0.72 * r && r < 25) {
                double[] above = between(fields, p, (r + 2) / r);
                double du = above[0] - fields.place_um(v, 0);
                double dv = above[1] - fields.place_um(v, 1);
                squares += du * du + dv * dv;
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(2000);
        assertThat(Math.sqrt(squares / compared)).isLessThan(1); // um: a tenth of a voxel
    }

    /** Flat place between voxel centres at a point, scaled from the sphere's centre. */
    private static double[] between(AtlasFields fields, double[] p, double scale) {
        double[] at = {p[0] * scale + 29.5, p[1] * scale - 0.5, p[2] * scale + 29.5};
        int[] low = {(int) Math.floor(at[0]), (int) Math.floor(at[1]), (int) Math.floor(at[2])};
        double[] sum = new double[2];
        var region = fields.region();
        for (int c = 0; c < 8; c++) {
            double w = 1;
            int[] index = new int[3];
            for (int a = 0; a < 3; a++) {
                int up = c >> a & 1;
                w *= up == 1 ? at[a] - low[a] : 1 - at[a] + low[a];
                index[a] = low[a] + up - region.low(a);
            }
            int v = region.at(index[0], index[1], index[2]);
            sum[0] += w * fields.place_um(v, 0);
            sum[1] += w * fields.place_um(v, 1);
        }
        return sum;
    }

    @Test
    void twoHemispheresHaveAPatchEach() {
        Geometry.Ids ids =
                (x, y, z) -> x < 2 || x > 12 || z < 2 || z > 25 || z == 13 || z == 14 ? 0 : layer(12 - y - 0.5, 9);
        var fields = fields(ids, 16, 16, 28);
        assertThat(fields.flatMap().patches()).hasSize(2);
        var region = fields.region();
        for (int v = 0; v < region.size(); v++) {
            boolean left = region.volumeIndex(v, 2) < 14;
            assertThat(fields.place_um(v, 0) < 110).isEqualTo(left);
        }
    }

    @Test
    void aVoxelWithoutAPlaceSaysSoAndHasANeighboursPlace() {
        // a ledge of layer 1 that sticks out sideways: its streamlines end at its underside, before the middle
        Geometry.Ids ids =
                (x, y, z) -> z < 3 || z > 11 || x < 2 || x > (y >= 11 ? 17 : 13) ? 0 : layer(12 - y - 0.5, 9);
        var fields = fields(ids, 20, 16, 16);
        var region = fields.region();
        int without = 0;
        for (int v = 0; v < region.size(); v++) {
            assertThat(fields.place_um(v, 0)).isNotNaN();
            without += (fields.bad(v) & BadVoxels.NO_PLACE) != 0 ? 1 : 0;
        }
        assertThat(without).isBetween(1, 60);
        assertThat(fields.reasons())
                .filteredOn(r -> r.bit() == BadVoxels.NO_PLACE)
                .extracting(BadVoxels.Reason::voxels)
                .containsExactly(without);
    }
}
