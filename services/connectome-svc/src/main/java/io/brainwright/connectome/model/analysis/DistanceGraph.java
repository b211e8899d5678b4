package io.brainwright.connectome.model.analysis;

/**
 * A made graph of cells in a box, the same on every machine: nearer cells are likelier to be connected.
 *
 * <pre>{@code
 *   x(i) = size_x u(s, 3i), ...      i → j where u(s + 1, i n + j) < c / q²,   q = 1 + d² / L²
 *   u(s, k) = (mix(s + (k + 1) 0x9E3779B97F4A7C15) >>> 11) 2^-53,   mix the finaliser of SplitMix64
 * }</pre>
 *
 * For benchmarks and tests, where a graph must be agreed on without a file.
 *
 * @param cells n
 * @param sizeX_um box
 * @param sizeY_um box
 * @param sizeZ_um box
 * @param reach_um L
 * @param peak c, the chance at no distance
 * @param seed s
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele et al. 2014, SplitMix64</a>
 */
public record DistanceGraph(
        int cells, double sizeX_um, double sizeY_um, double sizeZ_um, double reach_um, double peak, long seed) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Told of every connection, by source, then target. */
    public interface Connection {
        void from(int source, int target);
    }

    /** Tells all connections. */
    public void each(Connection connection) {
        double[] x = new double[cells];
        double[] y = new double[cells];
        double[] z = new double[cells];
        for (int i = 0; i < cells; i++) {
            double[] place = place(i);
            x[i] = place[0];
            y[i] = place[1];
            z[i] = place[2];
        }
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double dz = z[i] - z[j];
                double q = 1 + (dx * dx + dy * dy + dz * dz) / (reach_um * reach_um);
                if (i != j && uniform(seed + 1, (long) i * cells + j) < peak / (q * q)) {
                    connection.from(i, j);
                }
            }
        }
    }

    /** Where a cell lies, um. */
    public double[] place(int cell) {
        return new double[] {
            sizeX_um * uniform(seed, 3L * cell),
            sizeY_um * uniform(seed, 3L * cell + 1),
            sizeZ_um * uniform(seed, 3L * cell + 2)
        };
    }

    static double uniform(long seed, long k) {
        long z = seed + (k + 1) * GOLDEN_GAMMA;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }
}
