package io.brainwright.neuro.random;

import java.nio.charset.StandardCharsets;

/**
 * The random numbers of one entity at one purpose: a stream keyed by (seed, purpose, entity id), counted by draw.
 *
 * <p>Cheap to make: one per cell, voxel, connection or spike train. Two streams with different keys are independent; the same
 * key gives the same stream wherever and whenever it is drawn. Not thread-safe: every thread makes its own.
 */
public final class Draws {
    private static final double TWO_POW_MINUS_53 = 0x1.0p-53;

    private final long key;
    private final long entity;
    private final int[] words = new int[4];
    private long counter;
    private int used = 4;

    private Draws(long key, long entity) {
        this.key = key;
        this.entity = entity;
    }

    /**
     * @param seed the scientist's seed
     * @param purpose stage and use, e.g. {@code "placement.position"}; different purposes never share numbers
     * @param entity id of the cell, voxel, connection, ...
     */
    public static Draws of(long seed, String purpose, long entity) {
        return new Draws(mix(seed ^ fnv1a64(purpose)), entity);
    }

    /** Uniform in [0, 1), 53 bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_POW_MINUS_53;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Uniform 64 bits. */
    public long nextLong() {
        if (used > 2) {
            Philox.block(key, counter++, entity, words);
            used = 0;
        }
        long low = words[used] & 0xFFFFFFFFL;
        long high = words[used + 1] & 0xFFFFFFFFL;
        used += 2;
        return high << 32 | low;
    }

    /**
     * Uniform in 0..bound-1, unbiased to one part in 2^53 / bound.
     *
     * @param bound positive
     */
    public int nextInt(int bound) {
        assert bound > 0 : "bound=" + bound;
        return (int) (nextDouble() * bound);
    }

    /** Normal with the given mean and standard deviation, by the Box-Muller transform (cosine branch). */
    public double normal(double mean, double sd) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return mean + sd * radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }

    /** Exponential with the given mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - nextDouble());
    }

    /**
     * Gamma with the given mean and standard deviation (shape mean²/sd², scale sd²/mean); the mean itself where sd is 0.
     *
     * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia &amp; Tsang 2000, A simple method for generating gamma
     *     variables</a>
     */
    public double gamma(double mean, double sd) {
        if (sd == 0) {
            return mean;
        }
        double shape = mean * mean / (sd * sd);
        double scale = sd * sd / mean;
        double boosted = shape < 1 ? shape + 1 : shape;
        double d = boosted - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(0, 1);
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            double u = 1 - nextDouble();
            if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                double boost = shape < 1 ? StrictMath.pow(1 - nextDouble(), 1 / shape) : 1;
                return d * v * boost * scale;
            }
        }
    }

    /** Poisson with the given mean: by inversion up to 30, by the sum of halves above. */
    public long poisson(double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > 30) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = StrictMath.exp(-mean);
        double product = nextDouble();
        long count = 0;
        while (product > limit) {
            product *= nextDouble();
            count++;
        }
        return count;
    }

    /** Writes a direction uniform on the unit sphere. */
    public void direction(double[] out) {
        double z = 2 * nextDouble() - 1;
        double angle = 2 * StrictMath.PI * nextDouble();
        double r = StrictMath.sqrt(Math.max(0, 1 - z * z));
        out[0] = r * StrictMath.cos(angle);
        out[1] = r * StrictMath.sin(angle);
        out[2] = z;
    }

    /** Index drawn with chance proportional to its weight. */
    public int choose(double[] weights) {
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        double at = nextDouble() * total;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        int last = weights.length - 1;
        while (last > 0 && weights[last] == 0) {
            last--;
        }
        return last;
    }

    private static long fnv1a64(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64: spreads near seeds over all keys. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
