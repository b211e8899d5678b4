package io.brainwright.render.model.raster;

/**
 * Spikes and the cells that fired them, ready to be drawn: cells are ordered by depth, the pia first.
 *
 * @param times_ms spike times
 * @param rows row of the cell that fired each, 0 at the pia
 * @param layerOfRow layer of each row's cell
 * @param excitatoryOfRow whether each row's cell is excitatory
 * @param duration_ms end of the time axis
 */
public record SpikeRaster(
        double[] times_ms, int[] rows, int[] layerOfRow, boolean[] excitatoryOfRow, double duration_ms) {

    /** Number of cells. */
    public int cells() {
        return layerOfRow.length;
    }

    /**
     * Population rate in Hz per cell, in bins.
     *
     * <pre>{@code r_k = n_k / (N Δ)}</pre>
     *
     * @param times_ms spike times
     * @param cells N
     * @param bin_ms Δ
     * @param duration_ms end of the last bin
     */
    public static double[] rate_Hz(double[] times_ms, int cells, double bin_ms, double duration_ms) {
        double[] rate = new double[Math.max(1, (int) Math.ceil(duration_ms / bin_ms - 1e-9))];
        for (double t : times_ms) {
            int bin = (int) (t / bin_ms);
            if (bin >= 0 && bin < rate.length) {
                rate[bin] += 1000 / (bin_ms * Math.max(cells, 1));
            }
        }
        return rate;
    }
}
