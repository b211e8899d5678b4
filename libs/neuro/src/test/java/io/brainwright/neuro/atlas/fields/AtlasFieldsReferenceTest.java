package io.brainwright.neuro.atlas.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.atlas.RegionTree;
import io.brainwright.neuro.atlas.nrrd.NrrdReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The two reference geometries: a shell whose fields are known exactly, and the real isocortex. */
@EnabledIfSystemProperty(named = "reference.dir", matches = ".+", disabledReason = "needs -Dreference.dir")
class AtlasFieldsReferenceTest {
    @TempDir
    Path folder;

    private static Path atlas(String name) {
        return Path.of(System.getProperty("reference.dir"), "anatomy", "atlas", name);
    }

    @Test
    void onTheShellDirectionsAndDepthsAreTheExactOnes() throws IOException {
        var layers = new StringBuilder();
        for (int l = 1; l <= 6; l++) {
            layers.append(l > 1 ? "," : "")
                    .append("{\"id\":%d,\"acronym\":\"L%d\",\"name\":\"layer %d\"}".formatted(100 + l, l, l));
        }
        var tree = RegionTree.read(Files.writeString(
                folder.resolve("shell.json"),
                "{\"id\":1,\"acronym\":\"shell\",\"name\":\"shell\",\"children\":[" + layers + "]}"));
        var fields = AtlasFields.of(
                new Annotation(atlas("shell-rat-annotation.nrrd"), tree), tree, "shell", Double.POSITIVE_INFINITY);
        var region = fields.region();
        double[] angle_deg = new double[region.size()];
        double[] depthError_um = new double[region.size()];
        double[] piaError_um = new double[region.size()];
        for (int v = 0; v < region.size(); v++) {
            double[] p = new double[3];
            for (int a = 0; a < 3; a++) {
                p[a] = 100 * (region.volumeIndex(v, a) + 0.5);
            }
            double r = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
            double dot =
                    (fields.direction(v, 0) * p[0] + fields.direction(v, 1) * p[1] + fields.direction(v, 2) * p[2]) / r;
            angle_deg[v] = Math.toDegrees(Math.acos(Math.min(1, dot)));
            depthError_um[v] = Math.abs(fields.depth_um(v) - (6000 - r));
            piaError_um[v] = Math.abs(fields.piaDistance_um(v) - (6000 - r));
        }
        assertThat(median(angle_deg)).isLessThanOrEqualTo(0.2);
        assertThat(median(depthError_um)).isLessThanOrEqualTo(25);
        assertThat(median(piaError_um)).isLessThanOrEqualTo(50);
    }

    @Test
    void onTheIsocortexDirectionsAndDepthsFollowThePublishedStreamlines() {
        var tree = RegionTree.read(atlas("isocortex100-left-hierarchy.json"));
        var annotation = new Annotation(atlas("isocortex100-left-annotation.nrrd"), tree);
        assertThat(annotation.notInHierarchy()).isEmpty();
        var fields = AtlasFields.of(annotation, tree, "Isocortex", Double.POSITIVE_INFINITY);
        var region = fields.region();
        double[][] streamline = volume("isocortex100-left-direction-to-pia.nrrd", region);
        double[][] depth = volume("isocortex100-left-relative-depth.nrrd", region);
        double[] angle_deg = new double[region.size()];
        double[] mine = new double[region.size()];
        double[] theirs = new double[region.size()];
        int n = 0;
        for (int v = 0; v < region.size(); v++) {
            double dot = 0;
            for (int a = 0; a < 3; a++) {
                assertThat(fields.direction(v, a)).isNotNaN();
                dot += fields.direction(v, a) * streamline[v][a];
            }
            assertThat(fields.relativeDepth(v)).isBetween(0f, 1f);
            if (!Double.isNaN(dot) && !Double.isNaN(depth[v][0])) {
                angle_deg[n] = Math.toDegrees(Math.acos(Math.clamp(dot, -1, 1)));
                mine[n] = fields.relativeDepth(v);
                theirs[n++] = depth[v][0];
            }
        }
        assertThat(median(Arrays.copyOf(angle_deg, n))).isLessThanOrEqualTo(9.5);
        assertThat(correlation(mine, theirs, n)).isGreaterThanOrEqualTo(0.83);
    }

    private static double[][] volume(String name, LayeredRegion region) {
        try (var reader = new NrrdReader(atlas(name))) {
            int c = reader.header().components();
            double[] all = new double[(int) reader.header().voxels() * c];
            for (int i = 0; i < all.length; i++) {
                all[i] = reader.next();
            }
            int[] n = reader.header().sizes();
            double[][] rows = new double[region.size()][];
            for (int v = 0; v < rows.length; v++) {
                int at = region.volumeIndex(v, 0) + n[0] * (region.volumeIndex(v, 1) + n[1] * region.volumeIndex(v, 2));
                rows[v] = Arrays.copyOfRange(all, c * at, c * at + c);
            }
            return rows;
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double correlation(double[] x, double[] y, int n) {
        double mx = Arrays.stream(x, 0, n).average().orElseThrow();
        double my = Arrays.stream(y, 0, n).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
