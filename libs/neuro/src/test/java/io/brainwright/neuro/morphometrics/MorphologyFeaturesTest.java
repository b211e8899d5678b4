package io.brainwright.neuro.morphometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.H5Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MorphologyFeaturesTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("reference.dir", "../shared/reference")).resolve("anatomy");
    /** Coordinates are float32. */
    private static final double RELATIVE = 1e-4;
    /** The expected sums are rounded to four places. */
    private static final double ROUNDED = 6e-5;

    /** A root of 10 um up that forks into 20 um further up and 5 um along x. */
    private static final Morphology FORK = new Morphology(
            new float[] {0, 0, 0, 0, 0, 0, 5},
            new float[] {0, 0, 10, 10, 30, 10, 10},
            new float[7],
            new float[] {5, 1, 1, 1, 1, 1, 1},
            new int[] {-1, 0, 1, 1},
            new byte[] {1, 3, 3, 3},
            new int[] {0, 1, 3, 5, 7});

    @Test
    void aForkAtARightAngleHasThatAngleAndNoAsymmetry() {
        var basal =
                Objects.requireNonNull(MorphologyFeatures.of(FORK).neurites().get("basal_dendrite"));
        assertThat(basal.values().get("local_bifurcation_angles"))
                .containsExactly(new double[] {Math.PI / 2}, within(1e-12));
        assertThat(basal.values().get("partition_asymmetry")).containsExactly(0);
        assertThat(basal.totals()).containsEntry("total_length", 35.0).containsEntry("number_of_leaves", 2.0);
        assertThat(basal.sholl().counts()).containsExactly(0, 1, 0);
    }

    @Test
    void everyReferenceCellHasTheFeaturesOfNeuroM() throws IOException {
        if (!Files.exists(REFERENCE)) {
            assertThat(System.getenv("CI"))
                    .as("the reference data must be there in CI")
                    .isNull();
            Assumptions.abort("SKIPPED: the reference data is not at " + REFERENCE + "; set -Dreference.dir");
        }
        var json = JsonMapper.builder().build();
        var faults = new ArrayList<String>();
        int cells = 0;
        for (var entry : json.readTree(Files.readAllBytes(REFERENCE.resolve("morphologies.json")))) {
            var name = entry.path("name").asString();
            var expected = json.readTree(Files.readAllBytes(REFERENCE.resolve("expected/" + name + ".features.json")));
            var cell = MorphologyFeatures.of(
                    H5Morphology.read(REFERENCE.resolve(entry.path("file").asString())));
            number(
                    faults,
                    name + " soma radius",
                    cell.somaRadius_um(),
                    expected.path("soma").path("radius"));
            assertThat(cell.neurites().keySet())
                    .as(name)
                    .isEqualTo(expected.path("neurites").propertyNames());
            cell.neurites()
                    .forEach((type, found) -> compare(
                            faults,
                            name + " " + type,
                            found,
                            expected.path("neurites").path(type)));
            cells++;
        }
        assertThat(cells).isGreaterThan(100);
        faults.removeIf(MorphologyFeaturesTest::known);
        assertThat(faults).as(faults.size() + " differ").isEmpty();
    }

    private static void compare(List<String> faults, String at, NeuriteFeatures found, JsonNode expected) {
        found.totals().forEach((name, value) -> number(faults, at + " " + name, value, expected.path(name)));
        found.values()
                .forEach((name, values) -> summary(faults, at + " " + name, Summary.of(values), expected.path(name)));
        sholl(
                faults,
                at,
                found.sholl().counts(),
                expected.path("sholl_crossings").path("counts"));
    }

    /** The expected lists end at 2000 um; a point that lies on a sphere to within float32 may count once more or less. */
    private static void sholl(List<String> faults, String at, int[] own, JsonNode expected) {
        boolean same = own.length == expected.size() || expected.size() == 101;
        int differences = 0;
        for (int k = 0; k < Math.min(own.length, expected.size()); k++) {
            differences += Math.abs(own[k] - expected.get(k).asInt());
        }
        if (!same || differences > 1) {
            faults.add(at + " sholl " + Arrays.toString(own) + " instead of " + expected);
        }
    }

    private static void summary(List<String> faults, String at, Summary own, JsonNode expected) {
        if (own.n() != expected.path("n").asInt()) {
            faults.add("%s n %d instead of %s".formatted(at, own.n(), expected.path("n")));
        } else if (own.n() > 0) {
            number(faults, at + " sum", own.sum(), expected.path("sum"));
            number(faults, at + " mean", own.mean(), expected.path("mean"));
            number(faults, at + " std", own.std(), expected.path("std"));
            number(faults, at + " min", own.min(), expected.path("min"));
            number(faults, at + " q1", own.q1(), expected.path("q1"));
            number(faults, at + " median", own.median(), expected.path("median"));
            number(faults, at + " q3", own.q3(), expected.path("q3"));
            number(faults, at + " max", own.max(), expected.path("max"));
        }
    }

    /**
     * Known differences, all of one kind: the peer sets the soma of C220197A-P2 (a contour out of plane) to its first point with
     * radius 0, gives a direction to trunks that start at the soma's centre, and for one apical tree leaves the farthest tip away.
     */
    private static boolean known(String at) {
        boolean bySoma = at.contains("soma") || at.contains("trunk_origin") || at.contains("sholl");
        return (at.startsWith("C220197A-P2 ") && bySoma)
                || at.matches("17299\\d axon trunk_origin_azimuths n .*")
                || at.startsWith("vd110506_idA apical_dendrite max_radial_distance");
    }

    private static void number(List<String> faults, String at, double own, JsonNode expected) {
        double e = expected.asDouble(Double.NaN);
        if (!(Math.abs(own - e) <= Math.max(RELATIVE * Math.abs(e), ROUNDED))
                && !(Double.isNaN(own) && Double.isNaN(e))) {
            faults.add("%s %s instead of %s".formatted(at, own, expected));
        }
    }
}
