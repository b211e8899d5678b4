package io.brainwright.neuro.morphometrics;

import java.util.Arrays;

/**
 * What a list of values looks like.
 *
 * @param n how many
 * @param sum their sum; the other values are NaN where there are none
 * @param mean their mean
 * @param std standard deviation of the list itself (divided by n)
 * @param min smallest
 * @param q1 first quartile, interpolated linearly between neighbours
 * @param median second quartile
 * @param q3 third quartile
 * @param max largest
 */
public record Summary(
        int n, double sum, double mean, double std, double min, double q1, double median, double q3, double max) {
    /** Summarises values in any order. */
    public static Summary of(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / n;
        double squares = 0;
        for (double v : values) {
            squares += (v - mean) * (v - mean);
        }
        return new Summary(
                n,
                sum,
                mean,
                Math.sqrt(squares / n),
                quantile(sorted, 0),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 1));
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
