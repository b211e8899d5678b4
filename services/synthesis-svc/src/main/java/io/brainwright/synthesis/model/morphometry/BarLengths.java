package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.topology.Barcode;
import java.util.Arrays;

/**
 * How long the bars of a tree are, and how uneven.
 *
 * <pre>{@code
 *   l_i = tip_i - fork_i        p_i = l_i / Σ l        H = -Σ p_i ln p_i
 * }</pre>
 *
 * H is 0 for one bar and ln n for n bars of one length.
 *
 * @see <a href="https://doi.org/10.1016/j.patcog.2014.06.023">Chintakunta et al. 2015, An entropy-based persistence barcode</a>
 */
final class BarLengths {
    private BarLengths() {}

    /** Length of each bar, um. */
    static double[] of(Barcode bars) {
        double[] length_um = new double[bars.size()];
        for (int bar = 0; bar < length_um.length; bar++) {
            length_um[bar] = Math.abs(bars.tip_um(bar) - bars.fork_um(bar));
        }
        return length_um;
    }

    /** H. */
    static double entropy(double[] lengths) {
        double sum = Arrays.stream(lengths).sum();
        double entropy = 0;
        for (double length : lengths) {
            if (length > 0) {
                entropy -= length / sum * StrictMath.log(length / sum);
            }
        }
        return entropy;
    }
}
