package io.brainwright.sim.model.stimulus;

/** A signal that is known at equal steps and straight between them. */
final class Sampled {
    private Sampled() {}

    /** Samples from time 0 that reach beyond the end of a signal. */
    static int count(double duration_ms, double step_ms) {
        return (int) Math.ceil(duration_ms / step_ms) + 2;
    }

    /** Values between samples, on the straight line. */
    static double[] between(double[] samples, double step_ms, double[] times_ms) {
        var values = new double[times_ms.length];
        for (int i = 0; i < values.length; i++) {
            double at = times_ms[i] / step_ms;
            int below = Math.min((int) at, samples.length - 2);
            values[i] = samples[below] + (at - below) * (samples[below + 1] - samples[below]);
        }
        return values;
    }
}
