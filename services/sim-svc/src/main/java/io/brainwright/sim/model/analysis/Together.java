package io.brainwright.sim.model.analysis;

import io.brainwright.neuro.random.Draws;

/** How much cells fire together. */
public final class Together {
    private Together() {}

    /**
     * Synchrony index χ of a population:
     *
     * <pre>{@code
     *   χ² = Var_t( ⟨x_i(t)⟩_i ) / ⟨ Var_t( x_i(t) ) ⟩_i
     * }</pre>
     *
     * x_i(t) are the spike counts of cell i in bins. χ is 1 where all cells do the same, and falls as 1/√N where N cells are independent.
     *
     * @param counts spikes per cell and bin
     * @return NaN where no cell's count varies
     * @see <a href="https://doi.org/10.4249/scholarpedia.1347">Golomb 2007, Neuronal synchrony measures, Scholarpedia 2(1):1347</a>
     */
    public static double synchrony(int[][] counts) {
        if (counts.length == 0 || counts[0].length < 2) {
            return Double.NaN;
        }
        int bins = counts[0].length;
        var mean = new double[bins];
        double own = 0;
        for (var row : counts) {
            var x = new double[bins];
            for (int k = 0; k < bins; k++) {
                x[k] = row[k];
                mean[k] += (double) row[k] / counts.length;
            }
            own += variance(x) / counts.length;
        }
        return own == 0 ? Double.NaN : Math.sqrt(variance(mean) / own);
    }

    /**
     * The synchrony index of trains that know nothing of each other: those that are given, each cell's shifted at random within the window.
     *
     * @param ids of the cells, in the order of the trains; with the seed they key the shifts
     * @param times how often all are shifted anew
     * @return one index for each time
     */
    public static double[] shuffledSynchrony(Trains trains, double bin_ms, long seed, long[] ids, int times) {
        var indices = new double[times];
        for (int k = 0; k < times; k++) {
            var parts = new double[ids.length];
            for (int c = 0; c < ids.length; c++) {
                parts[c] = Draws.of(seed, "sim.analyse.shuffle." + k, ids[c]).nextDouble();
            }
            indices[k] = synchrony(trains.shifted(parts).counts(bin_ms));
        }
        return indices;
    }

    /**
     * Mean of Pearson's correlation of spike counts over all pairs of cells that vary: with z the normalised counts,
     * {@code Σ_{i≠j} ⟨z_i z_j⟩ / (n (n - 1)) = (⟨(Σ z_i)²⟩ - n) / (n (n - 1))}.
     *
     * @return the mean, and how many cells stand behind it; NaN below two cells
     */
    public static Mean correlation(int[][] counts) {
        int bins = counts.length == 0 ? 0 : counts[0].length;
        var sum = new double[bins];
        int n = 0;
        for (var row : counts) {
            double mean = java.util.Arrays.stream(row).average().orElse(0);
            double sd = 0;
            for (int k : row) {
                sd += (k - mean) * (k - mean);
            }
            sd = Math.sqrt(sd / Math.max(1, bins));
            if (sd > 0) {
                n++;
                for (int k = 0; k < bins; k++) {
                    sum[k] += (row[k] - mean) / sd;
                }
            }
        }
        double squares = 0;
        for (double s : sum) {
            squares += s * s / bins;
        }
        return new Mean(n < 2 ? Double.NaN : (squares - n) / ((double) n * (n - 1)), n);
    }

    /**
     * A mean and what stands behind it.
     *
     * @param value the mean
     * @param cells how many cells
     */
    public record Mean(double value, int cells) {}

    private static double variance(double[] x) {
        double mean = java.util.Arrays.stream(x).average().orElse(0);
        double sum = 0;
        for (double v : x) {
            sum += (v - mean) * (v - mean);
        }
        return sum / x.length;
    }
}
