package io.brainwright.placement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private final CorticalSheet sheet = CorticalSheet.open("rat-nbs1");

    @Test
    void aNarrowColumnHasTheVolumeOfAFlatOne() {
        var column = new Column(sheet.region("S1HL"), 20);
        assertThat(column.volume_mm3(4)).isCloseTo(Math.PI * 100 * 190 / 1e9, within(1e-10));
    }

    @Test
    void aWideColumnHasTheVolumeThatCountingPointsGives() {
        var region = sheet.region("S1HL");
        var column = new Column(region, 1400);
        var axis = new double[3];
        region.axis(axis);
        var low = new double[3];
        var high = new double[3];
        column.bounds(low, high);
        var draws = Draws.of(1, "test", 0);
        int n = 400_000;
        int inside = 0;
        for (int i = 0; i < n; i++) {
            double x = draws.uniform(low[0], high[0]);
            double y = draws.uniform(low[1], high[1]);
            double z = draws.uniform(low[2], high[2]);
            inside += sheet.layerAt(sheet.depth_um(x, y, z)) == 6 && distance(axis, x, y, z) <= 700 ? 1 : 0;
        }
        double p = inside / (double) n;
        double box_mm3 = (high[0] - low[0]) * (high[1] - low[1]) * (high[2] - low[2]) / 1e9;
        double sd = box_mm3 * Math.sqrt(p * (1 - p) / n);
        assertThat(column.volume_mm3(6)).isCloseTo(p * box_mm3, within(4 * sd));
    }

    @Test
    void drawnPlacesLieInTheLayerWithinTheWidthAndTheBox() {
        var region = sheet.region("S1Tr");
        var column = new Column(region, 300);
        var axis = new double[3];
        region.axis(axis);
        var low = new double[3];
        var high = new double[3];
        column.bounds(low, high);
        var draws = Draws.of(2, "test", 0);
        var at = new double[3];
        for (int i = 0; i < 5000; i++) {
            column.draw(2, draws, at);
            assertThat(sheet.layerAt(sheet.depth_um(at[0], at[1], at[2]))).isEqualTo(2);
            assertThat(distance(axis, at[0], at[1], at[2])).isLessThan(150.000001);
            assertThat(region.contains(at[0], at[1], at[2])).isTrue();
            for (int k = 0; k < 3; k++) {
                assertThat(at[k]).isBetween(low[k], high[k]);
            }
        }
    }

    @Test
    void aColumnThatWouldLeaveItsRegionIsRefusedWithTheWidthThatFits() {
        assertThatThrownBy(() -> new Column(sheet.region("S1HL"), 2000)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.faults())
                    .singleElement()
                    .satisfies(f -> assertThat(f.field()).isEqualTo("shape.width_um"));
            double widest_um = Double.parseDouble(p.facts().get("widest_um"));
            assertThat(new Column(sheet.region("S1HL"), widest_um).width_um()).isEqualTo(widest_um);
        });
    }

    private static double distance(double[] axis, double x, double y, double z) {
        double along = x * axis[0] + (y + 8000) * axis[1] + z * axis[2];
        return Math.sqrt(Math.max(0, x * x + (y + 8000) * (y + 8000) + z * z - along * along));
    }
}
