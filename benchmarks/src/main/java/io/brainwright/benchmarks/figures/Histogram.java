package io.brainwright.benchmarks.figures;

import io.brainwright.render.model.plot.Curve;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Shares of values by bins of one width: {@code n_b / (n w)}, so that the bars have the area 1. */
final class Histogram {
    private final double low;
    private final double width;
    private final double[] values;
    private final double[] shares;

    Histogram(double low, double high, double width, double[] values) {
        this.low = low;
        this.width = width;
        this.values = values;
        this.shares = new double[(int) Math.round((high - low) / width)];
        for (double value : values) {
            int bin = (int) Math.floor((value - low) / width);
            if (bin >= 0 && bin < shares.length) {
                shares[bin] += 1 / (values.length * width);
            }
        }
    }

    int count() {
        return values.length;
    }

    double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    double sd() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    double highest() {
        return Arrays.stream(shares).max().orElseThrow();
    }

    /** Lower edges of the bins. */
    double[] edges() {
        var edges = new double[shares.length];
        Arrays.setAll(edges, b -> low + b * width);
        return edges;
    }

    Curve curve(String name) {
        return new Curve(name, edges(), shares);
    }

    /** What a law would put into the bins, by 100 places in each; its area is made 1. */
    double[] density(DoubleUnaryOperator law) {
        var expected = new double[shares.length];
        for (int b = 0; b < expected.length; b++) {
            for (int k = 0; k < 100; k++) {
                expected[b] += law.applyAsDouble(low + (b + (k + 0.5) / 100) * width);
            }
        }
        double sum = Arrays.stream(expected).sum();
        return Arrays.stream(expected).map(e -> e / (sum * width)).toArray();
    }
}
