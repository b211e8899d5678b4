package io.brainwright.benchmarks.figures;

/**
 * Pair correlation without a border to correct for: pairs at a distance over pairs of as many independent places in the same shape.
 *
 * <pre>{@code
 *   g(r) = DD(r) / mean RR(r)
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1086/160884">Davis &amp; Peebles 1983, ApJ 267:465</a>
 */
final class Pairs {
    private Pairs() {}

    /** Pairs by distance, in bins of one width from 0. */
    static double[] counts(double[][] places, double width_um, int bins) {
        var counts = new double[bins];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < i; j++) {
                double dx = places[i][0] - places[j][0];
                double dy = places[i][1] - places[j][1];
                double dz = places[i][2] - places[j][2];
                int bin = (int) (Math.sqrt(dx * dx + dy * dy + dz * dz) / width_um);
                if (bin < bins) {
                    counts[bin]++;
                }
            }
        }
        return counts;
    }
}
