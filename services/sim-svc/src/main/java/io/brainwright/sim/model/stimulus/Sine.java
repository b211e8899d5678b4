package io.brainwright.sim.model.stimulus;

import io.brainwright.neuro.random.Draws;

/**
 * A sine from phase 0, known every {@code step_ms} and straight between.
 *
 * @param amplitude peak
 * @param frequency_Hz frequency
 * @param step_ms from one known value to the next
 */
public record Sine(double amplitude, double frequency_Hz, double step_ms) implements Signal {
    private static final double MS_PER_S = 1000;

    @Override
    public double[] at(double[] times_ms, double duration_ms, Draws draws) {
        var samples = new double[Sampled.count(duration_ms, step_ms)];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = amplitude * StrictMath.sin(2 * StrictMath.PI * frequency_Hz * n * step_ms / MS_PER_S);
        }
        return Sampled.between(samples, step_ms, times_ms);
    }

    @Override
    public boolean random() {
        return false;
    }
}
