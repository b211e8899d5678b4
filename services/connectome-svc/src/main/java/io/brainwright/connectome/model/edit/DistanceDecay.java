package io.brainwright.connectome.model.edit;

import java.util.Arrays;
import java.util.Locale;

/**
 * Fits {@code p(d) = a exp(-b d)} to connected and unconnected pairs by their distance d.
 *
 * <p>b makes the mean distance of the model's connections that of the observed ones, which is its maximum likelihood given how many
 * connections there are:
 *
 * <pre>{@code
 *   sum n(d) d exp(-b d) / sum n(d) exp(-b d)  =  mean of d over connections
 *   a = connections / sum n(d) exp(-b d)
 * }</pre>
 *
 * with n(d) pairs in bins of 5 um, taken at their middles.
 */
final class DistanceDecay {
    private static final double BIN_UM = 5;

    /** Bounds of b, chosen: from half a connection chance per 70 um more distance to as much less per um. */
    private static final double LEAST_PER_UM = -0.01;

    private static final double MOST_PER_UM = 1;
    private static final int HALVINGS = 200;

    private long[] pairs = new long[64];
    private long connected;
    private double sum_um;

    void pair(double d_um, boolean isConnected) {
        int bin = (int) (d_um / BIN_UM);
        if (bin >= pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(bin + 1, 2 * pairs.length));
        }
        pairs[bin]++;
        if (isConnected) {
            connected++;
            sum_um += middle_um(bin);
        }
    }

    Fitted fit() {
        if (connected == 0) {
            return new Fitted(0, 0);
        }
        double wanted_um = sum_um / connected;
        double low = LEAST_PER_UM;
        double high = MOST_PER_UM;
        for (int i = 0; i < HALVINGS; i++) {
            double b = (low + high) / 2;
            if (mean_um(b) > wanted_um) {
                low = b;
            } else {
                high = b;
            }
        }
        double b = oneDistance() ? 0 : (low + high) / 2;
        return new Fitted(connected / moment(b, 0), b);
    }

    private boolean oneDistance() {
        return Arrays.stream(pairs).filter(n -> n > 0).count() == 1;
    }

    private double mean_um(double b) {
        return moment(b, 1) / moment(b, 0);
    }

    private double moment(double b, int power) {
        double sum = 0;
        for (int bin = 0; bin < pairs.length; bin++) {
            if (pairs[bin] > 0) {
                double d_um = middle_um(bin);
                sum += pairs[bin] * (power == 0 ? 1 : d_um) * StrictMath.exp(-b * d_um);
            }
        }
        return sum;
    }

    private static double middle_um(int bin) {
        return (bin + 0.5) * BIN_UM;
    }

    /**
     * A fit.
     *
     * @param a chance at distance 0
     * @param b_per_um decay
     */
    record Fitted(double a, double b_per_um) {
        double chance(double d_um) {
            return a * StrictMath.exp(-b_per_um * d_um);
        }

        String words() {
            return b_per_um == 0
                    ? String.format(Locale.ROOT, "%.3g", a)
                    : String.format(Locale.ROOT, "%.3g exp(-d / %.0f um)", a, 1 / b_per_um);
        }
    }
}
