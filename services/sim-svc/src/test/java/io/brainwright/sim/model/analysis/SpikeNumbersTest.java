package io.brainwright.sim.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpikeNumbersTest {
    private static final double LENGTH_MS = 100_000;

    /** Poisson trains of a rate, one per cell. */
    private static Trains poisson(int cells, double rate_Hz) {
        var times = new ArrayList<double[]>();
        for (int c = 0; c < cells; c++) {
            var draws = Draws.of(7, "test.poisson", c);
            double t = draws.exponential(1000 / rate_Hz);
            while (t < LENGTH_MS) {
                times.add(new double[] {t, c});
                t += draws.exponential(1000 / rate_Hz);
            }
        }
        times.sort(java.util.Comparator.comparingDouble(a -> a[0]));
        return Trains.of(
                times.stream().mapToDouble(a -> a[0]).toArray(),
                times.stream().mapToLong(a -> (long) a[1]).toArray(),
                IntStream.range(0, cells).mapToLong(i -> i).toArray(),
                0,
                LENGTH_MS);
    }

    @Test
    void aPoissonTrainHasItsRateAndACoefficientOfVariationOfOne() {
        var trains = poisson(20, 10);
        assertThat(Sample.of(trains.rates_Hz()).mean()).isCloseTo(10, within(0.3));
        // 20 cells of about 1000 intervals: the mean of the CVs scatters by about 1 / sqrt(20 000)
        assertThat(Sample.of(Intervals.cvs(trains)).mean()).isCloseTo(1, within(0.03));
        assertThat(Sample.of(Intervals.means_ms(trains)).mean()).isCloseTo(100, within(4.0));
    }

    @Test
    void aClockHasNoVariation() {
        var times = IntStream.range(0, 50).mapToDouble(i -> 10.0 * i).toArray();
        var trains = Trains.of(times, new long[50], new long[] {0}, 0, 500);
        assertThat(Intervals.cvs(trains)[0]).isCloseTo(0, within(1e-12));
        assertThat(trains.rates_Hz()[0]).isEqualTo(100);
    }

    @Test
    void identicalTrainsAreFullySynchronousAndCorrelated() {
        var counts = new int[][] {{1, 0, 2, 0, 1}, {1, 0, 2, 0, 1}, {1, 0, 2, 0, 1}};
        assertThat(Together.synchrony(counts)).isCloseTo(1, within(1e-12));
        assertThat(Together.correlation(counts).value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void independentTrainsAreAsSynchronousAsChanceAllows() {
        var counts = poisson(25, 20).counts(5);
        assertThat(Together.synchrony(counts)).isCloseTo(1 / Math.sqrt(25), within(0.02));
        assertThat(Together.correlation(counts).value()).isCloseTo(0, within(0.005));
    }

    /** Shifting apart what cells do together leaves chance; what knows nothing of each other has nothing to lose. */
    @Test
    void shuffledTrainsAreAsSynchronousAsChanceAllowsWhateverTheyWere() {
        var ids = java.util.stream.LongStream.range(0, 25).toArray();
        var alone = poisson(25, 20);
        var times = alone.times_ms(0);
        var all = new double[25 * times.length];
        var who = new long[all.length];
        for (int k = 0; k < all.length; k++) {
            all[k] = times[k / 25];
            who[k] = k % 25;
        }
        var together = Trains.of(all, who, ids, alone.from_ms(), alone.to_ms());
        assertThat(Together.synchrony(together.counts(20))).isCloseTo(1, within(1e-12));
        for (var trains : java.util.List.of(alone, together)) {
            var floor = Sample.of(Together.shuffledSynchrony(trains, 20, 1, ids, 30));
            assertThat(floor.mean()).isCloseTo(0.2, within(0.02));
            assertThat(floor.sd()).isBetween(1e-4, 0.04);
        }
        assertThat(Together.shuffledSynchrony(together, 20, 1, ids, 3))
                .isEqualTo(Together.shuffledSynchrony(together, 20, 1, ids, 3))
                .isNotEqualTo(Together.shuffledSynchrony(together, 20, 2, ids, 3));
    }

    @Test
    void aShiftedTrainKeepsItsSpikesAndWrapsAround() {
        var trains = Trains.of(new double[] {110, 150, 190}, new long[] {1, 1, 1}, new long[] {1}, 100, 200);
        assertThat(trains.shifted(new double[] {0.25}).times_ms(0)).containsExactly(115, 135, 175);
    }

    @Test
    void oppositeTrainsAreNegativelyCorrelated() {
        assertThat(Together.correlation(new int[][] {{1, 0, 1, 0}, {0, 1, 0, 1}})
                        .value())
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void withoutSpikesThereIsNothingToMeasure() {
        var silent = Trains.of(new double[0], new long[0], new long[] {1, 2}, 0, 100);
        assertThat(silent.rates_Hz()).containsExactly(0, 0);
        assertThat(Sample.of(silent.latencies_ms()).n()).isZero();
        assertThat(Together.synchrony(silent.counts(5))).isNaN();
        assertThat(Together.correlation(silent.counts(5)).value()).isNaN();
        assertThat(Spectrum.of(silent.psth_Hz(1), 1).peak_Hz()).isNaN();
    }

    @Test
    void theHistogramHoldsEverySpikeOnce() {
        var trains = poisson(10, 15);
        double spikes = Arrays.stream(trains.psth_Hz(2)).sum() * 0.002 * 10;
        assertThat(spikes).isCloseTo(trains.spikes(), within(1e-6));
    }

    @Test
    void latencyCountsFromTheWindowsStart() {
        var trains = Trains.of(new double[] {3, 12, 15}, new long[] {1, 1, 2}, new long[] {1, 2, 3}, 10, 20);
        assertThat(trains.latencies_ms()).containsExactly(2, 5, Double.NaN);
    }

    @Test
    void aSineHasItsPowerAtItsFrequency() {
        var signal = IntStream.range(0, 1024)
                .mapToDouble(i -> 3 + Math.sin(2 * Math.PI * 40 * i / 1024.0))
                .toArray();
        var spectrum = Spectrum.of(signal, 1000 / 1024.0);
        assertThat(spectrum.peak_Hz()).isCloseTo(40, within(1e-9));
        // Parseval: the power over all frequencies is the variance, 1/2
        double df = spectrum.frequencies_Hz()[1] - spectrum.frequencies_Hz()[0];
        assertThat(Arrays.stream(spectrum.power()).sum() * df).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aSampleKnowsMeanSpreadAndMedian() {
        var sample = Sample.of(1, 2, Double.NaN, 6);
        assertThat(sample.n()).isEqualTo(3);
        assertThat(sample.mean()).isEqualTo(3);
        assertThat(sample.sd()).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(sample.median()).isEqualTo(2);
    }
}
