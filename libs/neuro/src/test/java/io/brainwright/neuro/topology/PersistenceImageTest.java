package io.brainwright.neuro.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.topology.PersistenceImage.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersistenceImageTest {
    private static final double TOLERANCE = 1e-6; // see SOURCE.md

    @Test
    void everyPointIsThatOfTmd() throws Exception {
        var rows = rows("images.csv");
        for (var row : rows) {
            var bars = population(row[0]);
            var image = image(bars, population(row[1]));
            assertThat(image.at(Integer.parseInt(row[2]), Integer.parseInt(row[3])))
                    .as(String.join(" ", row))
                    .isCloseTo(Double.parseDouble(row[4]), within(TOLERANCE));
        }
        assertThat(rows).hasSize(8 * 12 * 12);
    }

    @Test
    void distancesAreThoseOfTmdsImages() throws Exception {
        for (var row : rows("distances.csv")) {
            var a = population(row[0]);
            var b = population(row[1]);
            var p = image(a, b);
            var q = image(b, a);
            assertThat(p.meanDifference(q)).isCloseTo(Double.parseDouble(row[2]), within(TOLERANCE));
            assertThat(q.totalVariation(p)).isCloseTo(Double.parseDouble(row[3]), within(TOLERANCE));
        }
    }

    @Test
    void aPopulationIsNoDistanceFromItselfAndTheGreatestDensityIsOne() throws Exception {
        var bars = population("basal");
        var image = image(bars, bars);
        assertThat(image.meanDifference(image)).isZero();
        assertThat(image.totalVariation(image)).isZero();
        double most = 0;
        for (int i = 0; i < PersistenceImage.GRID; i++) {
            for (int j = 0; j < PersistenceImage.GRID; j++) {
                most = Math.max(most, image.at(i, j));
            }
        }
        assertThat(most).isEqualTo(1);
    }

    @Test
    void barsOnOneLineHaveNoImage() {
        var trunks = new Bars(new double[] {10, 20, 30, 45}, new double[4]);
        var line = new Bars(new double[] {10, 20, 30, 40}, new double[] {1, 2, 3, 4});
        for (var bars : List.of(trunks, line, new Bars(new double[] {3, 4}, new double[] {0, 1}))) {
            assertThat(PersistenceImage.drawable(bars)).isFalse();
            assertThatThrownBy(() -> PersistenceImage.of(bars, Window.around(bars)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(bars.size() + " bars");
        }
    }

    @Test
    void barsAreTakenFromTheTreesOfOneTypeAndThoseOfNoLengthAreLeftAway() {
        var cell = new Morphology(
                new float[] {0, 0, 0, 0, 0, 0, 0, 0, 0},
                new float[] {0, 0, 10, 10, 30, 10, 15, 0, 7},
                new float[9],
                new float[] {5, 1, 1, 1, 1, 1, 1, 1, 1},
                new int[] {-1, 0, 1, 1, 0},
                new byte[] {1, 3, 3, 3, 4},
                new int[] {0, 1, 3, 5, 7, 9});
        var basal = Bars.of(List.of(cell, cell), SectionType.BASAL);
        assertThat(basal.tip_um()).containsExactly(30, 15, 30, 15);
        assertThat(basal.fork_um()).containsExactly(0, 10, 0, 10);
        assertThat(Bars.of(List.of(cell), SectionType.APICAL).tip_um()).containsExactly(7);
        assertThat(Bars.of(List.of(cell), SectionType.AXON).size()).isZero();
    }

    private static PersistenceImage image(Bars bars, Bars other) {
        return PersistenceImage.of(bars, Window.around(bars, other));
    }

    private static Bars population(String name) throws IOException {
        var own = rows("bars.csv").stream().filter(r -> r[0].equals(name)).toList();
        return new Bars(
                own.stream().mapToDouble(r -> Double.parseDouble(r[1])).toArray(),
                own.stream().mapToDouble(r -> Double.parseDouble(r[2])).toArray());
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var in = PersistenceImageTest.class.getResourceAsStream("/golden/persistence-image/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        }
    }
}
