package io.brainwright.synthesis.model.morphometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShapeTallyTest {
    /** One basal dendrite, straight down 105 um from the soma's centre. */
    private static Morphology straight() {
        return new Morphology(
                new float[] {0, 0, 0, 0},
                new float[] {0, 0, -50, -105},
                new float[] {0, 0, 0, 0},
                new float[] {10, 1, 1, 1},
                new int[] {-1, 0},
                new byte[] {SectionType.SOMA, SectionType.BASAL},
                new int[] {0, 1, 4});
    }

    /** A stem of 40 um up that forks at a right angle into branches of 30 um and 60 um along x. */
    private static Morphology fork() {
        float h = (float) Math.sqrt(0.5);
        return new Morphology(
                new float[] {0, 0, 0, 0, 30 * h, 0, -60 * h},
                new float[] {0, 0, 40, 40, 40 + 30 * h, 40, 40 + 60 * h},
                new float[7],
                new float[] {10, 1, 1, 1, 1, 1, 1},
                new int[] {-1, 0, 1, 1},
                new byte[] {SectionType.SOMA, SectionType.APICAL, SectionType.APICAL, SectionType.APICAL},
                new int[] {0, 1, 3, 5, 7});
    }

    private static double mean(ShapeTally tally, String metric) {
        return Objects.requireNonNull(tally.measures().get(metric), metric)
                .moments()
                .mean();
    }

    @Test
    void aStraightDendriteHasOneBarAndCrossesEachSphereOnce() {
        var tally = new ShapeTally(EnumSet.allOf(ShapeFeature.class));
        tally.add(straight());
        assertThat(mean(tally, "total_length_basal_dendrite")).isEqualTo(105);
        assertThat(mean(tally, "path_length_basal_dendrite")).isEqualTo(105);
        assertThat(mean(tally, "persistence_bars_basal_dendrite")).isEqualTo(1);
        assertThat(mean(tally, "persistence_bar_length_basal_dendrite")).isEqualTo(105);
        assertThat(mean(tally, "persistence_entropy_basal_dendrite")).isZero();
        assertThat(mean(tally, "extent_basal_dendrite")).isEqualTo(105);
        assertThat(mean(tally, "extent_vertical_basal_dendrite")).isEqualTo(105);
        assertThat(mean(tally, "extent_lateral_basal_dendrite")).isZero();
        assertThat(mean(tally, "sholl_basal_dendrite")).isEqualTo(1);
        assertThat(tally.shollCurves().get("basal_dendrite")).containsExactly(0, 1, 1, 1, 1, 1, 0);
        assertThat(tally.measures()).doesNotContainKey("branch_angle_basal_dendrite");
    }

    @Test
    void aForkHasTwoBarsARightAngleAndTheEntropyOfItsLengths() {
        var tally = new ShapeTally(EnumSet.allOf(ShapeFeature.class));
        tally.add(fork());
        assertThat(mean(tally, "branch_angle_apical_dendrite")).isCloseTo(Math.PI / 2, within(1e-6));
        assertThat(mean(tally, "total_length_apical_dendrite")).isCloseTo(130, within(1e-4));
        assertThat(mean(tally, "path_length_apical_dendrite")).isCloseTo((100 + 70) / 2.0, within(1e-4));
        assertThat(mean(tally, "persistence_bar_length_apical_dendrite")).isCloseTo((100 + 30) / 2.0, within(1e-4));
        double p = 100.0 / 130;
        assertThat(mean(tally, "persistence_entropy_apical_dendrite"))
                .isCloseTo(-p * Math.log(p) - (1 - p) * Math.log(1 - p), within(1e-6));
    }

    @Test
    void momentsAreOverCellsAndCurvesAreMeans() {
        var tally = new ShapeTally(EnumSet.of(ShapeFeature.TOTAL_LENGTH, ShapeFeature.SHOLL));
        tally.add(straight());
        tally.add(straight());
        tally.add(fork());
        var length = Objects.requireNonNull(tally.measures().get("total_length_basal_dendrite"));
        assertThat(length.moments().n()).isEqualTo(2);
        assertThat(length.moments().sd()).isZero();
        assertThat(tally.shollCurves()).contains(entry("basal_dendrite", new double[] {0, 1, 1, 1, 1, 1, 0}));
    }

    @Test
    void equalBarsHaveTheLogarithmOfTheirNumber() {
        assertThat(BarLengths.entropy(new double[] {5, 5, 5, 5})).isCloseTo(Math.log(4), within(1e-12));
        assertThat(BarLengths.entropy(new double[] {5, 0})).isZero();
    }
}
