package io.brainwright.placement.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.random.Draws;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpaceTest {
    static Stream<Space> spaces() {
        var region = CorticalSheet.open("rat-nbs1").region("S1HL");
        return Stream.of(new Column(region, 300), new WholeRegion(region), new Box(-10, 20, 0, 100, 70, 200));
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void itHoldsWhatItDrawsAndWhatIsNearADrawnPlaceIsNearIt(Space space) {
        var draws = Draws.of(5, "test", 0);
        var low = new double[3];
        var high = new double[3];
        space.bounds(6, low, high);
        var at = new double[3];
        var aside = new double[3];
        for (int i = 0; i < 5000; i++) {
            space.draw(6, draws, at);
            assertThat(space.holds(6, at[0], at[1], at[2])).isTrue();
            for (int axis = 0; axis < 3; axis++) {
                assertThat(at[axis]).isBetween(low[axis], high[axis]);
            }
            double reach_um = draws.uniform(0, 40);
            draws.direction(aside);
            double step_um = 0.999 * reach_um;
            assertThat(space.near(
                            6,
                            at[0] + step_um * aside[0],
                            at[1] + step_um * aside[1],
                            at[2] + step_um * aside[2],
                            reach_um))
                    .isTrue();
        }
    }

    /** The share of a box's places that a space holds is the share of its volume; what it holds is near it. */
    @ParameterizedTest
    @MethodSource("spaces")
    void itHoldsNoMoreThanItsVolume(Space space) {
        var draws = Draws.of(6, "test", 0);
        var low = new double[3];
        var high = new double[3];
        space.bounds(6, low, high);
        int n = 200_000;
        int held = 0;
        for (int i = 0; i < n; i++) {
            double x = draws.uniform(low[0], high[0]);
            double y = draws.uniform(low[1], high[1]);
            double z = draws.uniform(low[2], high[2]);
            boolean holds = space.holds(6, x, y, z);
            held += holds ? 1 : 0;
            assertThat(holds && !space.near(6, x, y, z, 0.01)).isFalse();
        }
        double box_mm3 = (high[0] - low[0]) * (high[1] - low[1]) * (high[2] - low[2]) / 1e9;
        double p = held / (double) n;
        double error_mm3 = 5 * box_mm3 * Math.sqrt(p * (1 - p) / n);
        double margin = space instanceof WholeRegion ? 0.02 : 0; // somata keep off the sides of a region
        assertThat(p * box_mm3)
                .isBetween(
                        (1 - margin) * space.volume_mm3(6) - error_mm3 - 1e-9, space.volume_mm3(6) + error_mm3 + 1e-9);
    }
}
