package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.random.Draws;

/** Currents as one value per time step. */
final class Waveforms {
    private Waveforms() {}

    /** A straight line, taken in the middle of each step. */
    static double[] ramp_nA(Drive.Ramp ramp, double dt_ms) {
        var values = new double[steps(ramp.duration_ms(), dt_ms)];
        for (int k = 0; k < values.length; k++) {
            double share = Math.min(1, (k + 0.5) * dt_ms / ramp.duration_ms());
            values[k] = ramp.from_nA() + share * (ramp.to_nA() - ramp.from_nA());
        }
        return values;
    }

    /**
     * An Ornstein-Uhlenbeck process by its exact update, begun from its stationary distribution:
     *
     * <pre>{@code
     *   I(t + dt) = μ + (I(t) - μ) ρ + σ √(1 - ρ²) N(0, 1),   ρ = exp(-dt / τ)
     * }</pre>
     *
     * @see <a href="https://doi.org/10.1103/PhysRevE.54.2084">Gillespie 1996, Physical Review E</a>
     */
    static double[] noise_nA(Drive.Noise noise, double dt_ms, Draws draws) {
        var values = new double[steps(noise.duration_ms(), dt_ms)];
        double rho = StrictMath.exp(-dt_ms / noise.tau_ms());
        double kick_nA = noise.sd_nA() * Math.sqrt(1 - rho * rho);
        double x_nA = draws.normal(0, noise.sd_nA());
        for (int k = 0; k < values.length; k++) {
            values[k] = noise.mean_nA() + x_nA;
            x_nA = x_nA * rho + draws.normal(0, kick_nA);
        }
        return values;
    }

    private static int steps(double duration_ms, double dt_ms) {
        return (int) Math.max(1, Math.rint(duration_ms / dt_ms));
    }
}
