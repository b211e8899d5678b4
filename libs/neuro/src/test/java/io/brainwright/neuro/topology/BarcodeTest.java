package io.brainwright.neuro.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.H5Morphology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BarcodeTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("reference.dir", "../shared/reference")).resolve("anatomy");
    private static final double TOLERANCE_UM = 1e-2; // the golden is rounded to 1e-4, h5 is float32

    @Test
    void aForkLeavesOneBarToTheRootAndOneToTheFork() {
        var cell = new Morphology(
                new float[] {0, 0, 0, 0, 0, 0, 0},
                new float[] {0, 0, 10, 10, 30, 10, 15},
                new float[7],
                new float[] {5, 1, 1, 1, 1, 1, 1},
                new int[] {-1, 0, 1, 1},
                new byte[] {1, 3, 3, 3},
                new int[] {0, 1, 3, 5, 7});
        var code = Barcode.ofPath(cell, 1);
        assertThat(code.size()).isEqualTo(2);
        assertThat(new double[] {code.tip_um(0), code.fork_um(0)}).containsExactly(30, 0);
        assertThat(new double[] {code.tip_um(1), code.fork_um(1)}).containsExactly(15, 10);
    }

    @Test
    void everyReferenceCellHasTheBarcodesOfTmd() throws Exception {
        if (!Files.exists(REFERENCE)) {
            assertThat(System.getenv("CI"))
                    .as("the reference data must be there in CI")
                    .isNull();
            Assumptions.abort("SKIPPED: the reference data is not at " + REFERENCE + "; set -Dreference.dir");
        }
        var json = JsonMapper.builder().build();
        int trees = 0;
        for (var entry : json.readTree(Files.readAllBytes(REFERENCE.resolve("morphologies.json")))) {
            var name = entry.path("name").asString();
            var expected = REFERENCE.resolve("expected/" + name + ".barcodes.json");
            if (Files.exists(expected)) {
                var cell =
                        H5Morphology.read(REFERENCE.resolve(entry.path("file").asString()));
                trees += compare(
                        name, cell, json.readTree(Files.readAllBytes(expected)).path("trees"));
            }
        }
        assertThat(trees).isGreaterThan(800);
    }

    private static int compare(String name, Morphology cell, JsonNode expected) {
        String[] types = {"", "", "axon", "basal", "apical"};
        int trees = 0;
        for (byte type = 2; type <= 4; type++) {
            var path = new ArrayList<double[]>();
            var radius = new ArrayList<double[]>();
            for (int s = 1; s < cell.sectionCount(); s++) {
                if (cell.parent(s) == 0 && cell.type(s) == type) {
                    collect(Barcode.ofPath(cell, s), path);
                    collect(Barcode.ofRadius(cell, s), radius);
                    trees++;
                }
            }
            var key = expected.has(types[type]) ? types[type] : types[type] + "_dendrite";
            same(name + " path " + key, path, expected.path(key), "path");
            same(name + " radial " + key, radius, expected.path(key), "radial");
        }
        return trees;
    }

    private static void collect(Barcode code, List<double[]> bars) {
        for (int b = 0; b < code.size(); b++) {
            bars.add(new double[] {code.tip_um(b), code.fork_um(b), code.tip_um(b) - code.fork_um(b)});
        }
    }

    private static void same(String what, List<double[]> bars, JsonNode trees, String metric) {
        var want = new ArrayList<double[]>();
        for (var tree : trees) {
            for (var bar : tree.path(metric)) {
                double tip = bar.get(0).asDouble();
                double fork = bar.get(1).asDouble();
                want.add(new double[] {tip, fork, tip - fork});
            }
        }
        assertThat(bars).as(what).hasSize(want.size());
        for (int end = 0; end < 3; end++) { // tips, forks, and lengths, which pair them
            int e = end;
            double[] a = bars.stream().mapToDouble(b -> b[e]).sorted().toArray();
            double[] b = want.stream().mapToDouble(w -> w[e]).sorted().toArray();
            assertThat(Arrays.stream(a).sum())
                    .as(what)
                    .isCloseTo(Arrays.stream(b).sum(), within(1.0 + a.length * 1e-2));
            for (int i = 0; i < a.length; i++) {
                assertThat(a[i])
                        .as(what + " bar end " + i)
                        .isCloseTo(b[i], within(e < 2 ? TOLERANCE_UM : 2 * TOLERANCE_UM));
            }
        }
    }
}
