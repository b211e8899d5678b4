package io.brainwright.placement.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.random.Draws;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenPositionsTest {
    private static final double SPACING_UM = 20;
    private static final Box BOX = new Box(-50, 0, 30, 150, 200, 230);
    /** n r³ = 0.6; random addition jams at 0.73. */
    private static final int COUNT = 600;

    private static final int SEEDS = 40;

    @Test
    void aTightBoxHoldsTheExactCountAndNoPairIsNearerThanTheSpacing() {
        var placed = tight(BOX, COUNT, 1);
        assertThat(placed.size()).isEqualTo(COUNT);
        assertThat(placed.narrowest_um()).isEqualTo(SPACING_UM);
        assertThat(nearestPair_um(placed)).isGreaterThanOrEqualTo(SPACING_UM);
        for (int i = 0; i < placed.size(); i++) {
            assertThat(BOX.holds(1, placed.x(i), placed.y(i), placed.z(i))).isTrue();
        }
    }

    @Test
    void equalSeedsGiveEqualPlacesAndOthersDoNot() {
        assertThat(sum(tight(BOX, COUNT, 7))).isEqualTo(sum(tight(BOX, COUNT, 7)));
        assertThat(sum(tight(BOX, COUNT, 7))).isNotEqualTo(sum(tight(BOX, COUNT, 8)));
    }

    @Test
    void aTightColumnHoldsItsCountInItsLayer() {
        var region = CorticalSheet.open("rat-nbs1").region("S1HL");
        var column = new Column(region, 160);
        int count = (int) (0.6 * column.volume_mm3(4) * 1e9 / (SPACING_UM * SPACING_UM * SPACING_UM));
        var placed = tight(column, count, 4);
        assertThat(placed.size()).isEqualTo(count);
        assertThat(nearestPair_um(placed)).isGreaterThanOrEqualTo(SPACING_UM);
        for (int i = 0; i < placed.size(); i++) {
            assertThat(column.holds(4, placed.x(i), placed.y(i), placed.z(i))).isTrue();
        }
    }

    /** Pairs by distance are those of blind random addition: shells of one diameter to two, mean over the seeds within four standard errors. */
    @Test
    void pairsStandAsInBlindRandomAddition() {
        double[] shells = {1, 1.02, 1.05, 1.1, 1.2, 1.4, 1.7, 2};
        for (int s = 0; s + 1 < shells.length; s++) {
            double from_um = shells[s] * SPACING_UM;
            double to_um = shells[s + 1] * SPACING_UM;
            sameMean("pairs from %s to %s um".formatted(from_um, to_um), placed -> pairs(placed, from_um, to_um));
        }
    }

    /** Blind addition crowds at the sides; so do the cubes, and as much. */
    @Test
    void asManyStandNearTheSidesAsInBlindRandomAddition() {
        sameMean("at the lower side", placed -> within(placed, -50, -45));
        sameMean("at the upper side", placed -> within(placed, 145, 150));
        sameMean("in the middle", placed -> within(placed, 40, 60));
    }

    /** Chi squared of the eight octants over all seeds, 7 degrees of freedom: below the 99.9 % quantile; somata that keep away vary less. */
    @Test
    void octantsHoldEqualShares() {
        var counts = new double[8];
        for (int seed = 0; seed < SEEDS; seed++) {
            var placed = tight(BOX, COUNT, seed);
            for (int i = 0; i < placed.size(); i++) {
                counts[(placed.x(i) < 50 ? 0 : 1) + (placed.y(i) < 100 ? 0 : 2) + (placed.z(i) < 130 ? 0 : 4)]++;
            }
        }
        double expected = COUNT * SEEDS / 8.0;
        double chi2 = 0;
        for (double n : counts) {
            chi2 += (n - expected) * (n - expected) / expected;
        }
        assertThat(chi2).isLessThan(24.3);
    }

    @Test
    void whereNoRoomIsLeftTheSpacingShrinksAndTheCountIsKept() {
        int count = 1200; // n r³ = 1.2
        var placed = tight(BOX, count, 3);
        assertThat(placed.size()).isEqualTo(count);
        assertThat(placed.narrowest_um()).isBetween(0.75 * SPACING_UM, 0.95 * SPACING_UM);
        assertThat(nearestPair_um(placed)).isGreaterThanOrEqualTo(placed.narrowest_um());
    }

    private static EvenPositions tight(Space space, int count, long seed) {
        var placed = new EvenPositions(space, SPACING_UM, count);
        placed.add(4, count, SPACING_UM, Draws.of(seed, "test.tight", 0));
        return placed;
    }

    private static EvenPositions blind(long seed) {
        var placed = new EvenPositions(BOX, SPACING_UM, COUNT);
        placed.addBlindly(4, COUNT, SPACING_UM, Draws.of(seed, "test.blind", 0));
        return placed;
    }

    private static void sameMean(String what, ToDoubleFunction<EvenPositions> measure) {
        double[] cubes = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> measure.applyAsDouble(tight(BOX, COUNT, seed)))
                .toArray();
        double[] blind = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> measure.applyAsDouble(blind(seed)))
                .toArray();
        double error = Math.sqrt((variance(cubes) + variance(blind)) / SEEDS);
        assertThat(Math.abs(mean(cubes) - mean(blind)))
                .as("%s: %s by cubes, %s blindly", what, mean(cubes), mean(blind))
                .isLessThan(4 * error);
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return sum / (values.length - 1);
    }

    private static double within(EvenPositions placed, double from_um, double to_um) {
        return IntStream.range(0, placed.size())
                .filter(i -> placed.x(i) >= from_um && placed.x(i) < to_um)
                .count();
    }

    private static double pairs(EvenPositions placed, double from_um, double to_um) {
        int n = 0;
        for (int i = 0; i < placed.size(); i++) {
            for (int j = 0; j < i; j++) {
                double d = apart_um(placed, i, j);
                n += d >= from_um && d < to_um ? 1 : 0;
            }
        }
        return n;
    }

    private static double nearestPair_um(EvenPositions placed) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < placed.size(); i++) {
            for (int j = 0; j < i; j++) {
                nearest = Math.min(nearest, apart_um(placed, i, j));
            }
        }
        return nearest;
    }

    private static double apart_um(EvenPositions placed, int i, int j) {
        double dx = placed.x(i) - placed.x(j);
        double dy = placed.y(i) - placed.y(j);
        double dz = placed.z(i) - placed.z(j);
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static double sum(EvenPositions placed) {
        double sum = 0;
        for (int i = 0; i < placed.size(); i++) {
            sum += placed.x(i) + 3 * placed.y(i) + 7 * placed.z(i);
        }
        return sum;
    }
}
