package io.brainwright.synthesis.model.growth;

import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.Arrays;

/**
 * The bars of a tree in sizes of the tree, as they are compared.
 *
 * <p>Distance of two trees: what it costs to match their bars, over what it costs to send all of them to the diagonal (Wasserstein distance of
 * barcodes; Cohen-Steiner et al. 2010, doi:10.1007/s10208-010-9060-6):
 *
 * <pre>{@code
 *   d = min over matchings ( Σ matched max(|tip - tip'|, |fork - fork'|) + Σ others (tip - fork) / 2 ) / Σ all (tip - fork) / 2
 * }</pre>
 *
 * 0 for a copy of any size, at most 1.
 */
final class BarShape {
    private final double[] tip;
    private final double[] fork;
    private double halves;

    BarShape(Tree tree) {
        int n = tree.bars().size();
        double size_um = tree.bars().getFirst().getFirst();
        tip = new double[n];
        fork = new double[n];
        for (int b = 0; b < n; b++) {
            tip[b] = tree.bars().get(b).get(0) / size_um;
            fork[b] = b == 0 ? 0 : tree.bars().get(b).get(1) / size_um;
            halves += half(b);
        }
    }

    private double half(int bar) {
        return (tip[bar] - fork[bar]) / 2;
    }

    /**
     * Distance to another tree where it is below a limit; else any number that is not.
     *
     * <p>The matching that saves most, found row by row (Hungarian method: Kuhn 1955, doi:10.1002/nav.3800020109). What the rows yet to come can save at
     * most bounds the result from below, so that most trees are told apart after a few rows.
     */
    double distance(BarShape other, double limit) {
        if (other.tip.length < tip.length) {
            return other.distance(this, limit);
        }
        double all = halves + other.halves;
        double[][] saved = saved(other);
        double most = 0;
        for (var row : saved) {
            most += Arrays.stream(row).max().orElseThrow();
        }
        var matching = new Matching(saved);
        double bound = all - most;
        for (int row = 0; row < saved.length && bound < limit * all; row++) {
            double before = matching.value();
            matching.add(row);
            bound += Arrays.stream(saved[row]).max().orElseThrow() - (matching.value() - before);
        }
        return bound / all;
    }

    /** What a match of two bars saves over sending both to the diagonal; 0 where it saves nothing. */
    private double[][] saved(BarShape other) {
        var saved = new double[tip.length][other.tip.length];
        for (int i = 0; i < tip.length; i++) {
            for (int j = 0; j < other.tip.length; j++) {
                double apart = Math.max(Math.abs(tip[i] - other.tip[j]), Math.abs(fork[i] - other.fork[j]));
                saved[i][j] = Math.max(0, half(i) + other.half(j) - apart);
            }
        }
        return saved;
    }
}
