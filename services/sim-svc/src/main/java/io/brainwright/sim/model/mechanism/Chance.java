package io.brainwright.sim.model.mechanism;

import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.random.Philox;

/**
 * Random numbers of mechanisms: a function of a key and the number of the draw, so that no back end, thread or width of blocks
 * changes them. step.cl has the same operations in the same order.
 */
public final class Chance {
    /** Below it the chance of no success at all underflows, and logarithms are summed instead. */
    private static final double LEAST_EXPONENT = -600;
    /** chosen: what is left of the distribution beyond such a chance is lost in the rounding of the sum. */
    private static final double NEGLIGIBLE = 1e-18;

    private static final double TWO_POW_MINUS_53 = 0x1.0p-53;

    private Chance() {}

    /**
     * The key of a stream, two words of 32 bits.
     *
     * @param seed the scientist's
     * @param stream mechanism and the name of its generator
     * @param gid of the cell
     * @param place number of the node or of the synapse within the cell
     */
    public static double[] key(long seed, String stream, long gid, long place) {
        long key = Draws.of(seed, "sim." + stream + "@" + place, gid).nextLong();
        return new double[] {key & 0xFFFFFFFFL, key >>> 32};
    }

    /**
     * Uniform in [0, 1), 53 bits (Philox4x32-10: Salmon et al. 2011, doi 10.1145/2063384.2063405).
     *
     * @param key0 low word of the key
     * @param key1 high word of the key
     * @param draw number of the draw, from 0
     * @param words scratch of four words
     */
    public static double uniform(double key0, double key1, double draw, int[] words) {
        Philox.block((long) key1 << 32 | (long) key0, (long) draw, 0, words);
        long bits = (words[1] & 0xFFFFFFFFL) << 32 | words[0] & 0xFFFFFFFFL;
        return (bits >>> 11) * TWO_POW_MINUS_53;
    }

    /**
     * Successes of n trials with chance p, by inversion: the least k with u below P(0) + ... + P(k), where
     * {@code P(k) = P(k-1) (n-k+1)/k p/(1-p)}. Chances above one half are counted by failures.
     *
     * @param u uniform in [0, 1)
     * @param n trials, a whole number; 0 or less gives 0
     * @param p chance; below 0 counts as 0, above 1 as 1
     */
    public static double binomial(double u, double n, double p) {
        if (!(n > 0) || !(p > 0)) {
            return 0;
        }
        if (p >= 1) {
            return n;
        }
        boolean rare = p <= 0.5;
        double hit = rare ? p : 1 - p;
        double odds = hit / (1 - hit);
        double ln = n * Logarithm.ln(1 - hit);
        double mean = n * hit;
        boolean direct = ln > LEAST_EXPONENT;
        double chance = direct ? Exponential.expFar(ln) : 0;
        double sum = chance;
        double k = 0;
        while (u >= sum && k < n) {
            k += 1;
            double ratio = (n - k + 1) / k * odds;
            if (direct) {
                chance = chance * ratio;
            } else {
                ln += Logarithm.ln(ratio);
                chance = ln > -700 ? Exponential.expFar(ln) : 0;
            }
            sum += chance;
            if (k > mean && chance < NEGLIGIBLE) {
                break;
            }
        }
        return rare ? k : n - k;
    }
}
