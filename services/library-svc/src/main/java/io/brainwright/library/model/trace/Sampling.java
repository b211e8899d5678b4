package io.brainwright.library.model.trace;

/** Tells whether samples stand at even times. */
final class Sampling {
    /** chosen: times are written with a few digits; a thousandth of the interval is rounding. */
    private static final double ROUNDING = 1e-3;

    private Sampling() {}

    /** The mean interval where every one is within rounding of it, else NaN. */
    static double interval_ms(double[] times_ms) {
        if (times_ms.length < 2) {
            return Double.NaN;
        }
        double mean = (times_ms[times_ms.length - 1] - times_ms[0]) / (times_ms.length - 1);
        for (int i = 1; i < times_ms.length; i++) {
            double ulp = 2 * Math.ulp(Math.max(Math.abs(times_ms[i]), Math.abs(times_ms[i - 1])));
            if (Math.abs(times_ms[i] - times_ms[i - 1] - mean) > ROUNDING * mean + ulp) {
                return Double.NaN;
            }
        }
        return mean;
    }

    /** Index of the first sample that is not later than the one before; -1 where all are. */
    static int firstBackwards(double[] times_ms) {
        for (int i = 1; i < times_ms.length; i++) {
            if (!(times_ms[i] > times_ms[i - 1])) {
                return i;
            }
        }
        return -1;
    }
}
