package io.brainwright.sim.model.stimulus;

import io.brainwright.neuro.random.Draws;

/**
 * Values drawn from a normal distribution every {@code step_ms}, straight between them.
 *
 * @param mean mean of the draws
 * @param sd standard deviation of the draws
 * @param step_ms from one draw to the next; 0.5 ms in SONATA's simulators
 */
public record NormalNoise(double mean, double sd, double step_ms) implements Signal {
    @Override
    public double[] at(double[] times_ms, double duration_ms, Draws draws) {
        var samples = new double[Sampled.count(duration_ms, step_ms)];
        for (int n = 0; n < samples.length; n++) {
            samples[n] = draws.normal(mean, sd);
        }
        return Sampled.between(samples, step_ms, times_ms);
    }

    @Override
    public boolean random() {
        return true;
    }
}
