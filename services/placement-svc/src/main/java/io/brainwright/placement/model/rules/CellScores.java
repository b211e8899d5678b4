package io.brainwright.placement.model.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Scores of many annotated cells of one m-type, one place after another.
 *
 * <pre>{@code
 *   S = min_k L_k · n / Σ_j 1/I_j · bias(s)
 * }</pre>
 *
 * L of the strict rules (1 where there are none), I of the n others (their harmonic mean; 0 where one of them is below 0.001, 1 where there
 * are none). A rule that a cell has no annotation for is left away. Stretches are {@code y + s·[low, high]}, s the scale.
 *
 * <p>Annotations lie rule by rule in flat arrays; a place costs one pass over them and no object.
 *
 * @see <a href="https://github.com/BlueBrain/placement-algorithm">the method's own pages (Blue Brain Project, placement-algorithm)</a>
 */
public final class CellScores {
    private static final double NEARLY_ZERO = 0.001;

    private final List<PlacementRule> rules;
    private final int cells;
    private final double[][] low_um;
    private final double[][] high_um;
    private final double[] strict;
    private final double[] inverse;
    private final double[] counted;

    /**
     * @param rules of the m-type
     * @param cells annotations of each cell, by rule
     */
    public CellScores(List<PlacementRule> rules, List<Map<String, Stretch>> cells) {
        this.rules = List.copyOf(rules);
        this.cells = cells.size();
        this.low_um = new double[rules.size()][cells.size()];
        this.high_um = new double[rules.size()][cells.size()];
        this.strict = new double[cells.size()];
        this.inverse = new double[cells.size()];
        this.counted = new double[cells.size()];
        for (int r = 0; r < rules.size(); r++) {
            for (int c = 0; c < cells.size(); c++) {
                var stretch = cells.get(c).get(rules.get(r).id());
                low_um[r][c] = stretch == null ? Double.NaN : stretch.low_um();
                high_um[r][c] = stretch == null ? Double.NaN : stretch.high_um();
            }
        }
    }

    /**
     * Scores all cells at one place. Not thread-safe.
     *
     * @param at soma and layers
     * @param scale s, of the cells along their axis, positive
     * @param bias what a scale costs
     * @param score one place per cell, filled with S
     */
    public void at(LayerProfile at, double scale, ScaleBias bias, double[] score) {
        Arrays.fill(strict, 1);
        Arrays.fill(inverse, 0);
        Arrays.fill(counted, 0);
        for (int r = 0; r < rules.size(); r++) {
            switch (rules.get(r)) {
                case PlacementRule.Below below ->
                    below(high_um[r], at.y_um() - at.at(below.limit()), scale, 1 / below.tolerance_um());
                case PlacementRule.Target target ->
                    overlap(r, at.at(target.low()) - at.y_um(), at.at(target.high()) - at.y_um(), scale, false);
                case PlacementRule.Occupy occupy ->
                    overlap(r, at.at(occupy.low()) - at.y_um(), at.at(occupy.high()) - at.y_um(), scale, true);
            }
        }
        double factor = bias.of(scale);
        for (int c = 0; c < cells; c++) {
            double mean = counted[c] == 0 ? 1 : counted[c] / inverse[c];
            score[c] = strict[c] * mean * factor;
        }
    }

    private void below(double[] high, double over_um, double scale, double perTolerance) {
        for (int c = 0; c < cells; c++) {
            double l = 1 - (over_um + scale * high[c]) * perTolerance;
            // a comparison with NaN is false: a missing annotation leaves the score as it is
            if (l < strict[c]) {
                strict[c] = Math.max(l, 0);
            }
        }
    }

    private void overlap(int rule, double low, double high, double scale, boolean fill) {
        var lows = low_um[rule];
        var highs = high_um[rule];
        double asked = high - low;
        for (int c = 0; c < cells; c++) {
            double a = scale * lows[c];
            double b = scale * highs[c];
            double length = b - a;
            double overlap = Math.min(b, high) - Math.max(a, low);
            double whole = fill ? Math.max(length, asked) : Math.min(length, asked);
            double inverseOf = overlap >= NEARLY_ZERO * whole && overlap > 0 ? whole / overlap : Double.POSITIVE_INFINITY;
            boolean known = length == length;
            inverse[c] += known ? inverseOf : 0;
            counted[c] += known ? 1 : 0;
        }
    }
}
