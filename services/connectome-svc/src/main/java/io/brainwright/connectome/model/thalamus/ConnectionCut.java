package io.brainwright.connectome.model.thalamus;

/**
 * Which connections of a fibre stay: those of many synapses, by a sigmoid.
 *
 * <pre>{@code
 *   a connection of n synapses stays with chance Φ((n - c) / w)      Φ the normal distribution function
 *   c so that   sum over n of n h(n) Φ((n - c) / w) = (1 / o) sum over n of n h(n)
 * }</pre>
 *
 * with h(n) the connections of n synapses that were drawn, and 1/o the share of the drawn synapses that is wanted. The reference takes for c the n below which the
 * share 1 - 1/o of all synapses lies, which meets the density only roughly where n is small; solving for c meets it on average.
 *
 * @param cutoff c
 * @param width w
 */
public record ConnectionCut(double cutoff, double width) {
    private static final int HALVINGS = 60;

    /**
     * @param connections h, index = synapses of a connection
     * @param share 1/o
     */
    public static ConnectionCut of(long[] connections, double share, double width) {
        double low = -8 * width;
        double high = connections.length + 8 * width;
        double wanted = share * kept(connections, Double.NEGATIVE_INFINITY, width);
        for (int i = 0; i < HALVINGS; i++) {
            double c = 0.5 * (low + high);
            boolean tooMany = kept(connections, c, width) > wanted;
            low = tooMany ? c : low;
            high = tooMany ? high : c;
        }
        return new ConnectionCut(0.5 * (low + high), width);
    }

    /** Chance of a connection of n synapses to stay. */
    public double survival(int n) {
        return normal((n - cutoff) / width);
    }

    private static double kept(long[] connections, double c, double width) {
        double sum = 0;
        for (int n = 1; n < connections.length; n++) {
            sum += n * connections[n] * (c == Double.NEGATIVE_INFINITY ? 1 : normal((n - c) / width));
        }
        return sum;
    }

    /**
     * Normal distribution function within 1.5e-7.
     *
     * @see "Abramowitz and Stegun 1964, Handbook of mathematical functions, formula 7.1.26"
     */
    static double normal(double x) {
        double z = Math.abs(x) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * z);
        double tail = t
                * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
                * StrictMath.exp(-z * z);
        return x > 0 ? 1 - 0.5 * tail : 0.5 * tail;
    }
}
