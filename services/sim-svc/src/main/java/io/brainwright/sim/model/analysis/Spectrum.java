package io.brainwright.sim.model.analysis;

/**
 * Power spectral density of a signal without its mean: the one-sided periodogram {@code 2 Δt |X(f)|² / N}, zero-padded to a power of two.
 *
 * @see <a href="https://doi.org/10.1109/TAU.1967.1161901">Welch 1967, here with one segment and no window</a>
 */
public final class Spectrum {
    private static final double MS_PER_S = 1000;

    private final double[] frequencies_Hz;
    private final double[] power;

    private Spectrum(double[] frequencies_Hz, double[] power) {
        this.frequencies_Hz = frequencies_Hz;
        this.power = power;
    }

    /**
     * @param signal values at equal steps
     * @param step_ms between them
     */
    public static Spectrum of(double[] signal, double step_ms) {
        double mean = java.util.Arrays.stream(signal).average().orElse(0);
        int size = Math.max(2, Integer.highestOneBit(Math.max(1, signal.length - 1)) << 1);
        var re = new double[size];
        var im = new double[size];
        for (int i = 0; i < signal.length; i++) {
            re[i] = signal[i] - mean;
        }
        transform(re, im);
        double step_s = step_ms / MS_PER_S;
        var f = new double[size / 2];
        var p = new double[size / 2];
        for (int k = 1; k <= f.length; k++) {
            f[k - 1] = k / (size * step_s);
            p[k - 1] = 2 * step_s * (re[k] * re[k] + im[k] * im[k]) / Math.max(1, signal.length);
        }
        return new Spectrum(f, p);
    }

    public double[] frequencies_Hz() {
        return frequencies_Hz.clone();
    }

    /** In the signal's unit squared per Hz. */
    public double[] power() {
        return power.clone();
    }

    /** Frequency of the highest power, Hz; NaN where there is no power. */
    public double peak_Hz() {
        int best = 0;
        for (int k = 1; k < power.length; k++) {
            if (power[k] > power[best]) {
                best = k;
            }
        }
        return power.length == 0 || power[best] == 0 ? Double.NaN : frequencies_Hz[best];
    }

    /** Radix-2 fast Fourier transform in place (Cooley and Tukey 1965). */
    private static void transform(double[] re, double[] im) {
        int n = re.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double r = re[i];
                re[i] = re[j];
                re[j] = r;
                double m = im[i];
                im[i] = im[j];
                im[j] = m;
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            for (int k = 0; k < length / 2; k++) {
                double c = StrictMath.cos(-2 * Math.PI * k / length);
                double s = StrictMath.sin(-2 * Math.PI * k / length);
                for (int i = k; i < n; i += length) {
                    int j = i + length / 2;
                    double r = re[j] * c - im[j] * s;
                    double m = re[j] * s + im[j] * c;
                    re[j] = re[i] - r;
                    im[j] = im[i] - m;
                    re[i] += r;
                    im[i] += m;
                }
            }
        }
    }
}
