package io.brainwright.connectome.model.apposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.random.Draws;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TouchesTest {
    private static final double REACH_UM = 2.5;

    @Test
    void findsExactlyTheReferencePairsOfTwentyRatMorphologies() throws IOException {
        var dendrites = new Segments();
        for (double[] row : rows("dendrite_segments.csv")) {
            add(dendrites, row);
        }
        var axons = new TreeMap<Integer, Segments>();
        for (double[] row : rows("axon_segments.csv")) {
            var axon = axons.computeIfAbsent((int) row[8], _ -> new Segments());
            add(axon, row);
        }
        var expected = new HashMap<String, Double>();
        for (double[] row : rows("expected_pairs.csv")) {
            expected.put((int) row[0] + "-" + (int) row[1], row[2]);
        }
        var touches = new Touches(dendrites, new SegmentTree(dendrites));
        var found = new HashMap<String, Double>();
        axons.forEach((cell, axon) -> touches.of(axon, cell, _ -> REACH_UM, REACH_UM)
                .forEach(o -> found.put(segmentId(axon, o.axon()) + "-" + o.place(), o.gap_um())));
        assertThat(found.keySet()).isEqualTo(expected.keySet()).hasSize(832);
        expected.forEach((pair, gap) -> assertThat(found.get(pair)).as(pair).isCloseTo(gap, within(1e-5)));
    }

    /** The reference numbers segments over all cells; tests keep that number as the segment's id. */
    private static int segmentId(Segments axon, int i) {
        return axon.segment(i);
    }

    private static Iterable<double[]> rows(String file) throws IOException {
        return Files.readAllLines(Reference.path("connectome/apposition/" + file)).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())::iterator;
    }

    private static void add(Segments to, double[] row) {
        double[] from = {row[1], row[2], row[3]};
        double[] until = {row[4], row[5], row[6]};
        to.add((int) row[8], (int) row[9], (int) row[0], (byte) 2, from, until, row[7], 0, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 60, 250})
    void theTreeFindsWhatBruteForceFinds(double width_um) {
        var targets = random(400, width_um, 10, 1);
        var axon = random(400, width_um, 1, 2);
        var touches = new Touches(targets, new SegmentTree(targets));
        Set<String> found = new HashSet<>();
        touches.of(axon, 3, _ -> REACH_UM, REACH_UM).forEach(o -> found.add(o.axon() + "-" + o.place()));
        Set<String> expected = new HashSet<>();
        var closest = new Closest();
        for (int a = 0; a < axon.size(); a++) {
            for (int t = 0; t < targets.size(); t++) {
                double gap_um = Math.sqrt(closest.squared(axon.ends(), a, targets.ends(), t))
                        - axon.radius_um()[a]
                        - targets.radius_um()[t];
                if (gap_um < REACH_UM && targets.cell(t) != 3) {
                    expected.add(a + "-" + t);
                }
            }
        }
        assertThat(found).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void theOverlapOfACrossingEndsWhereTheGapReachesTheReach() {
        var axon = new Segments();
        axon.add(0, 1, 0, (byte) 2, new double[] {-10, 0, 0}, new double[] {10, 0, 0}, 0.5, 0, 20, 0);
        var dendrite = new Segments();
        dendrite.add(1, 1, 0, (byte) 3, new double[] {0, 3, -10}, new double[] {0, 3, 10}, 1, 0, 20, 0);
        var found = new Touches(dendrite, new SegmentTree(dendrite)).of(axon, 0, _ -> REACH_UM, REACH_UM);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).gap_um()).isCloseTo(1.5, within(1e-12));
        double half_um = Math.sqrt(4 * 4 - 3 * 3); // reach + radii = 4, height 3
        assertThat(found.get(0).from_um()).isCloseTo(10 - half_um, within(1e-6));
        assertThat(found.get(0).to_um()).isCloseTo(10 + half_um, within(1e-6));
    }

    private static Segments random(int count, double width_um, int cells, long id) {
        var draws = Draws.of(5, "test.segments", id);
        var segments = new Segments();
        double[] way = new double[3];
        for (int i = 0; i < count; i++) {
            double[] from = {draws.uniform(0, width_um), draws.uniform(0, width_um), draws.uniform(0, width_um)};
            draws.direction(way);
            double length_um = draws.uniform(0, 12);
            double[] to = {from[0] + length_um * way[0], from[1] + length_um * way[1], from[2] + length_um * way[2]};
            segments.add(i % cells, 1, i, (byte) 2, from, to, draws.uniform(0.1, 2), 0, length_um, 0);
        }
        return segments;
    }
}
