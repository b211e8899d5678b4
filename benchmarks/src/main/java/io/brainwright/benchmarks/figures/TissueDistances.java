package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.vessels.VesselGraph;
import java.util.Arrays;

/** How far tissue lies from the nearest centre line of a vessel: each place against each segment, without a grid. */
final class TissueDistances {
    private TissueDistances() {}

    /** Of places drawn uniformly in the column. */
    static double[] um(Column column, VesselGraph graph, int places) {
        int[] layers = column.region().layers();
        var low = new double[3];
        var high = new double[3];
        column.bounds(low, high);
        var draws = Draws.of(1, "figures.places", 0);
        var distances = new double[places];
        for (int i = 0; i < places; i++) {
            double[] p;
            do {
                p = new double[] {
                    draws.uniform(low[0], high[0]), draws.uniform(low[1], high[1]), draws.uniform(low[2], high[2])
                };
            } while (!within(column, layers, p));
            double least = Double.POSITIVE_INFINITY;
            for (var s : graph.segments()) {
                least = Math.min(least, squared(p, graph.point(s.start()), graph.point(s.end())));
            }
            distances[i] = Math.sqrt(least);
        }
        return distances;
    }

    private static boolean within(Column column, int[] layers, double[] p) {
        return Arrays.stream(layers).anyMatch(layer -> column.holds(layer, p[0], p[1], p[2]));
    }

    /** Squared distance of a place from a straight piece. */
    private static double squared(double[] p, double[] a, double[] b) {
        double along = 0;
        double length2 = 0;
        for (int k = 0; k < 3; k++) {
            along += (p[k] - a[k]) * (b[k] - a[k]);
            length2 += (b[k] - a[k]) * (b[k] - a[k]);
        }
        double t = Math.clamp(along / length2, 0, 1);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double d = p[k] - a[k] - t * (b[k] - a[k]);
            sum += d * d;
        }
        return sum;
    }
}
