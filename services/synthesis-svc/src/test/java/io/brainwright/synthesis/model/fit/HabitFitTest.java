package io.brainwright.synthesis.model.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.topology.Barcode;
import org.junit.jupiter.api.Test;

class HabitFitTest {
    private static final int STEPS = 400;

    /** A soma and a dendrite that runs along an arc of this radius in steps of 1 um. */
    private static Morphology arc(double radius_um, float diameter_um) {
        var x = new float[STEPS + 2];
        var y = new float[STEPS + 2];
        var diameter = new float[STEPS + 2];
        for (int p = 1; p < x.length; p++) {
            x[p] = (float) (radius_um * Math.sin((p - 1) / radius_um));
            y[p] = (float) (radius_um * (1 - Math.cos((p - 1) / radius_um)));
            diameter[p] = diameter_um;
        }
        return new Morphology(
                x,
                y,
                new float[x.length],
                diameter,
                new int[] {-1, 0},
                new byte[] {SectionType.SOMA, SectionType.BASAL},
                new int[] {0, 1, x.length});
    }

    private static double wander(double radius_um) {
        var fit = new HabitFit();
        fit.bars(arc(radius_um, 1), Barcode.ofPath(arc(radius_um, 1), 1));
        return fit.fit(0.1).wander();
    }

    @Test
    void whatRunsStraightDoesNotWanderAndWhatBendsMoreWandersMore() {
        assertThat(wander(1e6)).isLessThan(0.001);
        assertThat(wander(120)).isBetween(0.01, 0.1);
        assertThat(wander(60)).isGreaterThan(1.5 * wander(120));
    }

    @Test
    void aWalkThatWandersLikeTheFitIsAsStraightAsWhatWasFitted() {
        double radius_um = 80;
        double chord = 2 * radius_um * Math.sin(50 / radius_um) / 100;
        assertThat(Straightness.wander(0.1, chord)).isCloseTo(wander(radius_um), within(0.002));
    }

    @Test
    void diametersAreThoseOfMostOfTheLength() {
        var fit = new DiameterFit();
        fit.section(arc(1e6, 0.69f), 1);
        assertThat(fit.terminal_um()).isCloseTo(0.6, within(1e-3));
        fit.tree(arc(1e6, 2.4f), 1, 8);
        assertThat(fit.rall(0.6)).isCloseTo(1.5, within(1e-3));
        fit.tree(arc(1e6, 0.6f), 1, 8);
        fit.tree(arc(1e6, 0.5f), 1, 8);
        assertThat(fit.rall(0.6)).isEqualTo(4);
    }
}
