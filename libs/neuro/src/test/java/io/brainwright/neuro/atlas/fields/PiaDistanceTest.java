package io.brainwright.neuro.atlas.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.ScalarVolume;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signed distance to the pia on both sides of it, where it is known in closed form. */
class PiaDistanceTest {
    @TempDir
    Path folder;

    /** A slab of 8 x 6 columns and 9 voxels in depth, pia at y = 140, lower face at y = 50, in a volume of 20 voxels each way. */
    private static int slab(int x, int y, int z) {
        boolean inside = x >= 6 && x < 14 && z >= 7 && z < 13 && y >= 5 && y < 14;
        return !inside ? 0 : y > 11 ? 101 : y > 8 ? 102 : 103;
    }

    /** A cap of a spherical shell about (20, 0, 20), radii 12 to 18 voxels, up to 60 degrees from +y. */
    private static int shell(int x, int y, int z) {
        double r = radius(x, y, z);
        boolean inside = r >= 12 && r <= 18 && y + 0.5 > r / 2;
        return !inside ? 0 : r > 16 ? 101 : r > 14 ? 102 : 103;
    }

    private static double radius(int x, int y, int z) {
        return Math.sqrt((x - 19.5) * (x - 19.5) + (y + 0.5) * (y + 0.5) + (z - 19.5) * (z - 19.5));
    }

    private Path written(Geometry.Ids ids, int... sizes) {
        RegionTree tree = Geometry.tree(folder, 3);
        var fields = AtlasFields.of(
                new Annotation(Geometry.annotation(folder, ids, 10, sizes), tree), tree, "C", Double.POSITIVE_INFINITY);
        FieldFiles.write(fields, folder.resolve("out"));
        return folder.resolve("out/pia_distance.nrrd");
    }

    @Test
    void ofASlabItIsTheClosedFormAboveBelowAndBeside() {
        var file = written(PiaDistanceTest::slab, 20, 24, 20);
        int compared = 0;
        try (var reader = new NrrdReader(file)) {
            for (int i = 0; i < 20 * 24 * 20; i++) {
                double found = reader.next();
                int x = i % 20;
                int y = i / 20 % 24;
                int z = i / 480;
                double over = 10 * (y + 0.5) - 140;
                double besideX = Math.max(0, Math.max(60 - 10 * (x + 0.5), 10 * (x + 0.5) - 140));
                double besideZ = Math.max(0, Math.max(70 - 10 * (z + 0.5), 10 * (z + 0.5) - 130));
                boolean corner = besideX > 0 && besideZ > 0; // a disc has no corners
                if (!Double.isNaN(found) && !corner) {
                    double expected = Math.sqrt(over * over + besideX * besideX + besideZ * besideZ);
                    assertThat(found)
                            .as("(%d, %d, %d)", x, y, z)
                            .isCloseTo(over > 0 ? -expected : expected, within(0.01));
                    compared++;
                }
                boolean near = x >= 0 && x < 20 && y < 22 && Math.max(besideX, besideZ) <= 75;
                assertThat(Double.isNaN(found)).as("(%d, %d, %d)", x, y, z).isEqualTo(!near);
            }
        }
        assertThat(compared).isGreaterThan(4000);
    }

    @Test
    void ofASphericalShellItIsTheRadiusOnBothSides() {
        var file = written(PiaDistanceTest::shell, 40, 30, 40);
        double[] error = new double[40 * 30 * 40];
        int n = 0;
        double worst = 0;
        try (var reader = new NrrdReader(file)) {
            for (int i = 0; i < error.length; i++) {
                double found = reader.next();
                int x = i % 40;
                int y = i / 40 % 30;
                int z = i / 1200;
                double r = radius(x, y, z);
                if (!Double.isNaN(found) && y + 0.5 > 0.6 * r && r > 4) {
                    double expected = 10 * (18 - r);
                    error[n++] = Math.abs(found - expected);
                    worst = Math.max(worst, Math.abs(found - expected));
                    if (Math.abs(expected) > 5) {
                        assertThat(Math.signum(found)).as("r = %f", r).isEqualTo(Math.signum(expected));
                    }
                }
            }
        }
        assertThat(n).isGreaterThan(10_000);
        double[] sorted = Arrays.copyOf(error, n);
        Arrays.sort(sorted);
        assertThat(sorted[n / 2]).isLessThan(1); // um: a tenth of a voxel
        assertThat(sorted[n * 95 / 100]).isLessThan(3);
        assertThat(worst).isLessThan(10);
    }

    @Test
    void belowTheLowerFaceItStaysPositiveAlsoWhereTheSheetCurls() {
        // Half a tube about the z axis, so far around that its rims look at each other.
        Geometry.Ids tube = (x, y, _) -> {
            double r = Math.hypot(x - 19.5, y - 19.5);
            boolean open = y < 19.5 && Math.abs(x - 19.5) < 5;
            return r < 7 || r > 14 || open ? 0 : r > 11.5 ? 101 : r > 9.5 ? 102 : 103;
        };
        var distance = ScalarVolume.read(written(tube, 40, 40, 12));
        for (int x = 14; x < 26; x++) {
            for (int y = 14; y < 26; y++) {
                if (Math.hypot(x - 19.5, y - 19.5) < 6) {
                    assertThat(distance.value(10 * (x + 0.5), 10 * (y + 0.5), 60))
                            .isPositive();
                }
            }
        }
    }

    @Test
    void theLookUpGivesValueAndGradientBetweenCentres() {
        var distance = ScalarVolume.read(written(PiaDistanceTest::slab, 20, 24, 20));
        var slope = new double[3];
        for (double y : new double[] {20, 77.3, 138, 142, 171}) {
            assertThat(distance.value(101.7, y, 98.2)).isCloseTo(140 - y, within(0.01));
            distance.gradient(101.7, y, 98.2, slope);
            assertThat(slope[0]).isCloseTo(0, within(1e-3));
            assertThat(slope[1]).isCloseTo(-1, within(1e-3));
            assertThat(slope[2]).isCloseTo(0, within(1e-3));
        }
        assertThat(distance.value(101.7, 500, 98.2)).isNaN();
    }
}
