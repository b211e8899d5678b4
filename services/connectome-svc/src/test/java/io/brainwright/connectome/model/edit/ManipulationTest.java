package io.brainwright.connectome.model.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ManipulationTest {
    @Test
    void aboutTheFractionGoesAndWhatGoesAtLessAlsoGoesAtMore() {
        var fifth = new Manipulation.Removal(0.2, 5);
        var half = new Manipulation.Removal(0.5, 5);
        int gone = 0;
        for (int source = 0; source < 100; source++) {
            for (int target = 0; target < 100; target++) {
                boolean goes = fifth.removes(source, target);
                gone += goes ? 1 : 0;
                assertThat(!goes || half.removes(source, target)).isTrue();
            }
        }
        assertThat(gone / 10_000.0).isCloseTo(0.2, within(0.016)); // 4 sd of 10 000 draws
    }

    @Test
    void noneGoAtZeroAndAllAtOne() {
        assertThat(new Manipulation.Removal(0, 1).removes(3, 4)).isFalse();
        assertThat(new Manipulation.Removal(1, 1).removes(3, 4)).isTrue();
    }

    @Test
    void directionsAndSeedsAreDrawnApart() {
        var removal = new Manipulation.Removal(0.5, 1);
        var other = new Manipulation.Removal(0.5, 2);
        int turned = 0;
        int reseeded = 0;
        for (int i = 1; i <= 64; i++) {
            turned += removal.removes(0, i) == removal.removes(i, 0) ? 0 : 1;
            reseeded += removal.removes(0, i) == other.removes(0, i) ? 0 : 1;
        }
        assertThat(turned).isBetween(12, 52);
        assertThat(reseeded).isBetween(12, 52);
    }
}
