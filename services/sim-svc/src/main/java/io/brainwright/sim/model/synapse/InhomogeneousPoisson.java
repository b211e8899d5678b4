package io.brainwright.sim.model.synapse;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;

/**
 * Spike times of a Poisson process whose rate follows steps, by thinning: candidates come at the highest rate, and each stays with the
 * chance of the rate of its moment over the highest (Lewis & Shedler 1979, doi 10.1002/nav.3800260304).
 *
 * @param rates_Hz rate from the start of each bin to the start of the next; the last one goes on
 * @param bins_ms starts of the bins, rising; before the first there are no spikes
 */
@SuppressWarnings("ArrayRecordComponent") // owned, never compared
public record InhomogeneousPoisson(double[] rates_Hz, double[] bins_ms) {
    public InhomogeneousPoisson {
        if (rates_Hz.length == 0 || rates_Hz.length != bins_ms.length) {
            throw new IllegalArgumentException(
                    "%d rates for %d bins; each bin needs one".formatted(rates_Hz.length, bins_ms.length));
        }
        for (int b = 0; b < bins_ms.length; b++) {
            if (!(rates_Hz[b] >= 0) || !Double.isFinite(rates_Hz[b]) || b > 0 && !(bins_ms[b] > bins_ms[b - 1])) {
                throw new IllegalArgumentException("bin %d starts at %s ms with %s Hz; bins rise, rates are 0 or more"
                        .formatted(b, bins_ms[b], rates_Hz[b]));
            }
        }
    }

    /** The rate at a time. */
    public double rate_Hz(double t_ms) {
        int b = bins_ms.length - 1;
        while (b >= 0 && bins_ms[b] > t_ms) {
            b--;
        }
        return b < 0 ? 0 : rates_Hz[b];
    }

    /**
     * Spikes before a time.
     *
     * @param end_ms the end
     * @param most refused above it
     */
    public double[] times_ms(double end_ms, int most, Draws draws) {
        double highest_Hz = 0;
        for (double rate : rates_Hz) {
            highest_Hz = Math.max(highest_Hz, rate);
        }
        var times = new ArrayList<Double>();
        double t_ms = bins_ms[0];
        while (highest_Hz > 0) {
            t_ms += draws.exponential(1000 / highest_Hz);
            if (t_ms >= end_ms) {
                break;
            }
            if (draws.nextDouble() * highest_Hz < rate_Hz(t_ms)) {
                times.add(t_ms);
            }
            if (times.size() > most) {
                throw new IllegalArgumentException("a source of more than %d spikes".formatted(most));
            }
        }
        return times.stream().mapToDouble(t -> t).toArray();
    }
}
