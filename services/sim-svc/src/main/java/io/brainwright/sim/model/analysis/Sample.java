package io.brainwright.sim.model.analysis;

import java.util.Arrays;

/**
 * Some observations of one quantity. NaN is no observation.
 *
 * @param n how many
 * @param mean their mean, NaN where there is none
 * @param sd their standard deviation with n - 1, NaN below two
 * @param median their median, NaN where there is none
 */
public record Sample(long n, double mean, double sd, double median) {
    public static Sample of(double... observations) {
        var x = Arrays.stream(observations)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        if (x.length == 0) {
            return new Sample(0, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(x).sum() / x.length;
        double squares = 0;
        for (double v : x) {
            squares += (v - mean) * (v - mean);
        }
        double median = x.length % 2 == 1 ? x[x.length / 2] : (x[x.length / 2 - 1] + x[x.length / 2]) / 2;
        return new Sample(x.length, mean, x.length < 2 ? Double.NaN : Math.sqrt(squares / (x.length - 1)), median);
    }
}
