package io.brainwright.connectome.model.apposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoutonsTest {
    private static final BoutonSpacing SPACING = new BoutonSpacing(5, 5, 7);
    private static final double REACH_UM = 2.5;

    @Test
    void alongAParallelDendriteBoutonsLieFiveToSevenMicrometresApart() {
        var contacts = place(line(600), parallel(600), 1);
        for (int i = 1; i < contacts.size(); i++) {
            double apart_um =
                    contacts.get(i).axonPath_um() - contacts.get(i - 1).axonPath_um();
            assertThat(apart_um).isBetween(5 - 1e-4, 7 + 1e-4);
        }
        assertThat(contacts).hasSizeBetween(85, 121);
    }

    @Test
    void theMeanSpacingIsSixMicrometres() {
        var contacts = place(line(6000), parallel(6000), 2);
        assertThat(contacts)
                .hasSizeBetween(980, 1020); // 1000 ± 3 sd of a renewal process with sd 0.58 um, and its ends
    }

    @Test
    void aShortCrossingBearsOneBouton() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(place(line(100), crossing(50), seed)).hasSize(1);
        }
    }

    @Test
    void overlapsNearerThanTheRegionGapAreOneRegionAndBoutonsInTheGapMoveToAnEnd() {
        int merged = 0;
        for (int seed = 0; seed < 200; seed++) {
            var contacts = place(line(100), crossing(10, 15), seed);
            merged += contacts.size() == 1 ? 1 : 0;
            assertThat(contacts).allSatisfy(c -> assertThat(c.gap_um()).isLessThan(REACH_UM + 1e-6));
        }
        assertThat(merged).isPositive(); // apart, the two would always bear two
        for (int seed = 0; seed < 50; seed++) {
            var contacts = place(line(100), crossing(10, 60), seed);
            assertThat(contacts).hasSize(2);
        }
    }

    @Test
    void bothSidesFaceEachOtherAcrossTheGap() {
        var contact = place(line(100), parallel(100), 3).get(0);
        assertThat(contact.gap_um()).isCloseTo(1.0, within(1e-6));
        assertThat(contact.efferent().surfaceY_um()).isCloseTo(0.5, within(1e-6));
        assertThat(contact.afferent().surfaceY_um()).isCloseTo(1.5, within(1e-6));
        assertThat(contact.efferent().offset_um()).isCloseTo(contact.axonPath_um(), within(1e-4));
        assertThat(contact.efferent().sectionPos()).isCloseTo(contact.axonPath_um() / 100, within(1e-6));
    }

    /** A dendrite of radius 1 um along an axon of radius 0.5 um on the x axis, 1 um from surface to surface. */
    private static Segments parallel(double length_um) {
        var dendrite = new Segments();
        double[] from = {0, 2.5, 0};
        double[] to = {length_um, 2.5, 0};
        dendrite.add(1, 1, 0, (byte) 3, from, to, 1, 0, length_um, 0);
        return dendrite;
    }

    /** Dendrites that cross the axon at right angles, 3.9 um above it: each overlap is 1.8 um long. */
    private static Segments crossing(double... places_um) {
        var dendrites = new Segments();
        for (double x_um : places_um) {
            double[] from = {x_um, 3.9, -10};
            double[] to = {x_um, 3.9, 10};
            dendrites.add(1, 1, dendrites.size(), (byte) 3, from, to, 1, 0, 20, 0);
        }
        return dendrites;
    }

    private static List<Contact> place(Segments axon, Segments dendrites, long seed) {
        var contacts = new ArrayList<Contact>();
        new AppositionFinder(dendrites, SPACING)
                .find(
                        axon,
                        0,
                        _ -> REACH_UM,
                        REACH_UM,
                        i -> Draws.of(seed, "test.boutons", i),
                        (_, found) -> contacts.addAll(found));
        return contacts;
    }

    private static Segments line(double length_um) {
        var axon = new Segments();
        double[] from = {0, 0, 0};
        double[] to = {length_um, 0, 0};
        axon.add(0, 1, 0, (byte) 2, from, to, 0.5, 0, length_um, 0);
        return axon;
    }
}
