package io.brainwright.neuro.statistics;

/**
 * Count, mean and standard deviation of observations that are seen once and not kept.
 *
 * <pre>{@code
 *   m ← m + (x - m) / n        s ← s + (x - m_before) (x - m)        sd = √(s / (n - 1))
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford 1962, Note on a method for calculating corrected sums of
 *     squares and products</a>
 */
public final class Moments {
    private long n;
    private double mean;
    private double squares;

    /** The moments of a list. */
    public static Moments of(double... values) {
        var moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    /** Sees one observation. */
    public void add(double value) {
        n++;
        double before = value - mean;
        mean += before / n;
        squares += before * (value - mean);
    }

    /** How many observations were seen. */
    public long n() {
        return n;
    }

    /** Their mean; NaN where there are none. */
    public double mean() {
        return n == 0 ? Double.NaN : mean;
    }

    /** Standard deviation of the sample, divided by n - 1; NaN below two observations. */
    public double sd() {
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
    }
}
