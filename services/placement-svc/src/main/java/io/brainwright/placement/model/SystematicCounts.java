package io.brainwright.placement.model;

/**
 * Turns expected numbers into whole ones by systematic sampling: a rounding that carries its remainder along.
 *
 * <pre>{@code
 *   C_k = N/E Σ_{i≤k} e_i,   n_k = floor(C_k + u) - floor(C_{k-1} + u)
 * }</pre>
 *
 * e the expected numbers, E their sum, N the total wanted, u uniform in [0, 1). The total is N exactly; every n_k, and every
 * sum over neighbours, is within 1 of its expectation; and the mean of n_k over u is its expectation, so that rare types are
 * neither always nor never there.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177731312">Madow &amp; Madow 1944, On the theory of systematic sampling</a>
 */
public final class SystematicCounts {
    private SystematicCounts() {}

    /**
     * @param expected e, not negative, not all 0
     * @param total N
     * @param u in [0, 1)
     */
    public static long[] round(double[] expected, long total, double u) {
        double sum = 0;
        for (double e : expected) {
            sum += e;
        }
        assert sum > 0 : "nothing is expected";
        var counts = new long[expected.length];
        double upTo = 0;
        long before = 0;
        for (int k = 0; k < counts.length; k++) {
            upTo += expected[k];
            long now = (long) Math.floor(total * (upTo / sum) + u);
            counts[k] = now - before;
            before = now;
        }
        return counts;
    }
}
