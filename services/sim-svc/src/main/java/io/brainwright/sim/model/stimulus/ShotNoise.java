package io.brainwright.sim.model.stimulus;

import io.brainwright.neuro.random.Draws;

/**
 * Poisson shots with gamma-distributed amplitudes, from rest at the beginning; known every {@code step_ms}, straight between. Shots
 * begin at the sample that is nearest.
 *
 * <pre>{@code
 *   x(t) = sum A_k F(t - t_k),   F(s) = (exp(-s / decay) - exp(-s / rise)) / peak     (its peak is 1)
 *   mean     = rate <A>   I1,   I1 = (decay - rise) / peak
 *   variance = rate <A^2> I2,   I2 = (decay - rise)^2 / (2 (decay + rise) peak^2)      (Campbell's theorem)
 * }</pre>
 *
 * <p>Mean and variance: Campbell 1909, The study of discontinuous phenomena, Proc Camb Phil Soc 15:117.
 *
 * @param rise_ms rise time, below decay
 * @param decay_ms decay time
 * @param rate_Hz shots a second
 * @param amplitude mean amplitude; a negative one turns every shot over
 * @param amplitudeSd standard deviation of the amplitudes
 * @param step_ms from one known value to the next
 */
public record ShotNoise(
        double rise_ms, double decay_ms, double rate_Hz, double amplitude, double amplitudeSd, double step_ms)
        implements Signal {
    private static final double MS_PER_S = 1000;

    /**
     * Shots whose sum has a given mean and standard deviation.
     *
     * @param cv coefficient of variation of the amplitudes
     */
    public static ShotNoise of(double rise_ms, double decay_ms, double mean, double sd, double cv, double step_ms) {
        double peak = peak(rise_ms, decay_ms);
        double i1 = (decay_ms - rise_ms) / peak;
        double i2 = i1 * i1 / (2 * (decay_ms + rise_ms));
        double amplitude = sd * sd * i1 / (mean * i2 * (1 + cv * cv));
        double rate_Hz = MS_PER_S * mean / (amplitude * i1);
        return new ShotNoise(rise_ms, decay_ms, rate_Hz, amplitude, Math.abs(cv * amplitude), step_ms);
    }

    @Override
    public double[] at(double[] times_ms, double duration_ms, Draws draws) {
        var shots = new double[Sampled.count(duration_ms, step_ms)];
        double sign = Math.signum(amplitude);
        double t_ms = draws.exponential(MS_PER_S / rate_Hz);
        while (t_ms < duration_ms) {
            shots[(int) Math.rint(t_ms / step_ms)] += sign * draws.gamma(Math.abs(amplitude), amplitudeSd);
            t_ms += draws.exponential(MS_PER_S / rate_Hz);
        }
        double a = StrictMath.exp(-step_ms / decay_ms);
        double b = StrictMath.exp(-step_ms / rise_ms);
        double peak = peak(rise_ms, decay_ms);
        double slow = 0;
        double fast = 0;
        for (int n = 0; n < shots.length; n++) {
            slow = slow * a + shots[n];
            fast = fast * b + shots[n];
            shots[n] = (slow - fast) / peak;
        }
        return Sampled.between(shots, step_ms, times_ms);
    }

    @Override
    public boolean random() {
        return true;
    }

    /** Largest value of exp(-s / decay) - exp(-s / rise). */
    private static double peak(double rise_ms, double decay_ms) {
        double at_ms = rise_ms * decay_ms / (decay_ms - rise_ms) * StrictMath.log(decay_ms / rise_ms);
        return StrictMath.exp(-at_ms / decay_ms) - StrictMath.exp(-at_ms / rise_ms);
    }
}
