package io.brainwright.sim.model.mechanism;

/**
 * The natural logarithm of a positive normal number by exact bit moves and one series, equal on every back end.
 *
 * <pre>{@code  x = 2^e m, m in [0.75, 1.5):  ln x = e ln 2 + 2 (s + s^3/3 + s^5/5 + ...),  s = (m - 1) / (m + 1) }</pre>
 *
 * |s| is at most 0.2, so the first term left out, 2 s^23 / 23, is below 1e-17.
 */
public final class Logarithm {
    private static final long MANTISSA = 0xFFFFFFFFFFFFFL;
    private static final long HALF_UP = 0x8000000000000L; // adds 1 to the exponent where the mantissa is at least 1.5
    private static final long ONE = 1023L << 52;
    private static final double LN2 = 0.6931471805599453;

    private Logarithm() {}

    /** ln x. */
    public static double ln(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long e = ((bits + HALF_UP) >> 52) - 1023;
        double m = Double.longBitsToDouble((bits & MANTISSA | ONE) - ((e - ((bits >> 52) - 1023)) << 52));
        double s = (m - 1) / (m + 1);
        double w = s * s;
        double p = 1.0 / 21;
        p = Math.fma(w, p, 1.0 / 19);
        p = Math.fma(w, p, 1.0 / 17);
        p = Math.fma(w, p, 1.0 / 15);
        p = Math.fma(w, p, 1.0 / 13);
        p = Math.fma(w, p, 1.0 / 11);
        p = Math.fma(w, p, 1.0 / 9);
        p = Math.fma(w, p, 1.0 / 7);
        p = Math.fma(w, p, 1.0 / 5);
        p = Math.fma(w, p, 1.0 / 3);
        p = Math.fma(w, p, 1.0);
        return Math.fma((double) e, LN2, 2 * s * p);
    }
}
