package io.brainwright.benchmarks.fabric;

import java.util.Collection;

/** The middle of several rounds. */
final class Medians {
    private Medians() {}

    static double of(Collection<Double> values) {
        var sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) * 1e-9;
    }
}
