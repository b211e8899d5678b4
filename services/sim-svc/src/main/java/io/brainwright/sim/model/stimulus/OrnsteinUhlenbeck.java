package io.brainwright.sim.model.stimulus;

import io.brainwright.neuro.random.Draws;

/**
 * An Ornstein-Uhlenbeck process by its exact update, begun from its stationary distribution; known every {@code step_ms}, straight
 * between.
 *
 * <pre>{@code
 *   x(t + h) = mean + (x(t) - mean) rho + sd sqrt(1 - rho^2) N(0, 1),   rho = exp(-h / tau)
 *   mean and variance: mean, sd^2      correlation over a lag s: exp(-s / tau)
 * }</pre>
 *
 * @param tau_ms correlation time
 * @param mean mean
 * @param sd standard deviation
 * @param step_ms h
 * @see <a href="https://doi.org/10.1103/PhysRevE.54.2084">Gillespie 1996, Physical Review E</a>
 */
public record OrnsteinUhlenbeck(double tau_ms, double mean, double sd, double step_ms) implements Signal {
    @Override
    public double[] at(double[] times_ms, double duration_ms, Draws draws) {
        var samples = new double[Sampled.count(duration_ms, step_ms)];
        double rho = StrictMath.exp(-step_ms / tau_ms);
        double kick = sd * Math.sqrt(1 - rho * rho);
        double x = draws.normal(0, sd);
        for (int n = 0; n < samples.length; n++) {
            samples[n] = mean + x;
            x = x * rho + draws.normal(0, kick);
        }
        return Sampled.between(samples, step_ms, times_ms);
    }

    @Override
    public boolean random() {
        return true;
    }
}
