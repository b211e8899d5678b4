package io.brainwright.sim.cases;

import java.util.Arrays;

/** Readings from a sampled trace. */
final class Traces {
    private Traces() {}

    /** Upward crossings of a threshold, interpolated linearly, ms. */
    static double[] crossings(double[] v, double dt_ms, double threshold_mV) {
        var times = new double[v.length];
        int n = 0;
        for (int k = 1; k < v.length; k++) {
            if (v[k - 1] < threshold_mV && v[k] >= threshold_mV) {
                times[n++] = dt_ms * (k - 1 + (threshold_mV - v[k - 1]) / (v[k] - v[k - 1]));
            }
        }
        return Arrays.copyOf(times, n);
    }

    /** Values at given times, linear between samples. */
    static double[] at(double[] trace, double dt_ms, double[] times_ms) {
        var values = new double[times_ms.length];
        for (int i = 0; i < values.length; i++) {
            double k = times_ms[i] / dt_ms;
            int near = (int) Math.rint(k);
            if (Math.abs(k - near) < 1e-6 && near < trace.length) {
                values[i] = trace[near];
            } else if (k < trace.length - 1) {
                int below = (int) k;
                values[i] = trace[below] + (k - below) * (trace[below + 1] - trace[below]);
            } else {
                values[i] = Double.NaN;
            }
        }
        return values;
    }
}
