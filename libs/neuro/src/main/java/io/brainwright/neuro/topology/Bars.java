package io.brainwright.neuro.topology;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.List;

/**
 * The bars of any number of trees, as points (tip, fork): what a population's barcode is compared by.
 *
 * @param tip_um path length from the tree's first point to the bar's tip; this record owns the arrays
 * @param fork_um path length to the fork where the bar parts, 0 for trunks; as many
 */
@SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
public record Bars(double[] tip_um, double[] fork_um) {
    public Bars {
        assert tip_um.length == fork_um.length : tip_um.length + " tips, " + fork_um.length + " forks";
    }

    /** The bars by path length of all trees of one section type that stand on the soma; bars of no length are left away, as TMD's users do. */
    public static Bars of(List<Morphology> cells, byte type) {
        var tips = new double[16];
        var forks = new double[16];
        int n = 0;
        for (var cell : cells) {
            for (int s = 1; s < cell.sectionCount(); s++) {
                if (cell.type(s) != type || cell.parent(s) > 0 && cell.type(cell.parent(s)) == type) {
                    continue;
                }
                var code = Barcode.ofPath(cell, s);
                if (n + code.size() > tips.length) {
                    tips = Arrays.copyOf(tips, 2 * (n + code.size()));
                    forks = Arrays.copyOf(forks, tips.length);
                }
                for (int b = 0; b < code.size(); b++) {
                    if (code.tip_um(b) != code.fork_um(b)) {
                        tips[n] = code.tip_um(b);
                        forks[n++] = code.fork_um(b);
                    }
                }
            }
        }
        return new Bars(Arrays.copyOf(tips, n), Arrays.copyOf(forks, n));
    }

    /** The bars of several populations as one. */
    public static Bars joined(List<Bars> parts) {
        return new Bars(
                parts.stream().flatMapToDouble(b -> Arrays.stream(b.tip_um)).toArray(),
                parts.stream().flatMapToDouble(b -> Arrays.stream(b.fork_um)).toArray());
    }

    public int size() {
        return tip_um.length;
    }
}
