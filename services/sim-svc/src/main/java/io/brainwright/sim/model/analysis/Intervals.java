package io.brainwright.sim.model.analysis;

import java.util.Arrays;

/** Intervals between the spikes of one cell. */
public final class Intervals {
    private static final int LEAST_FOR_CV = 3;

    private Intervals() {}

    /** All intervals of all cells, ms. */
    public static double[] all_ms(Trains trains) {
        return java.util.stream.IntStream.range(0, trains.cells())
                .mapToObj(trains::times_ms)
                .flatMapToDouble(t -> Arrays.stream(of_ms(t)))
                .toArray();
    }

    static double[] of_ms(double[] times_ms) {
        var intervals = new double[Math.max(0, times_ms.length - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = times_ms[i + 1] - times_ms[i];
        }
        return intervals;
    }

    /** Mean interval of each cell, ms; NaN below two spikes. */
    public static double[] means_ms(Trains trains) {
        var means = new double[trains.cells()];
        for (int c = 0; c < means.length; c++) {
            means[c] = Sample.of(of_ms(trains.times_ms(c))).mean();
        }
        return means;
    }

    /**
     * Coefficient of variation of each cell's intervals: standard deviation over mean; 0 for a clock, 1 for a Poisson process. NaN
     * below three intervals.
     */
    public static double[] cvs(Trains trains) {
        var cvs = new double[trains.cells()];
        for (int c = 0; c < cvs.length; c++) {
            var sample = Sample.of(of_ms(trains.times_ms(c)));
            cvs[c] = sample.n() < LEAST_FOR_CV ? Double.NaN : sample.sd() / sample.mean();
        }
        return cvs;
    }
}
