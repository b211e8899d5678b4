package io.brainwright.neuro.atlas.flatmap;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well one sheet was laid flat. Quantiles are over its area.
 *
 * @param triangles triangles of the sheet
 * @param area_mm2 its area in space
 * @param holes holes within it
 * @param folds triangles that lie face down
 * @param areaRatio area on the map over area in space: the 5 %, 50 % and 95 % quantiles
 * @param stretchRatio longest over shortest way across a small circle on the map: the 50 % and 95 % quantiles
 */
public record FlatPatch(
        int triangles, double area_mm2, int holes, int folds, double[] areaRatio, double[] stretchRatio) {
    static FlatPatch of(AreaKeeping keeping, Disk disk) {
        double[][] found = keeping.stretches();
        int folds = 0;
        double[][] ratios = new double[found.length][2];
        double[] area = new double[found.length];
        for (int t = 0; t < found.length; t++) {
            folds += found[t][1] <= 0 ? 1 : 0;
            ratios[t][0] = found[t][0] * found[t][1];
            ratios[t][1] = found[t][0] / found[t][1];
            area[t] = keeping.area_um2(t);
        }
        return new FlatPatch(
                found.length,
                keeping.area_um2() / 1e6,
                disk.holes,
                folds,
                quantiles(ratios, 0, area, 0.05, 0.5, 0.95),
                quantiles(ratios, 1, area, 0.5, 0.95));
    }

    private static double[] quantiles(double[][] rows, int column, double[] weight, double... shares) {
        Integer[] order = new Integer[rows.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> rows[i][column]));
        double whole = Arrays.stream(weight).sum();
        double[] found = new double[shares.length];
        double below = 0;
        int next = 0;
        for (int i = 0; i < order.length && next < shares.length; i++) {
            below += weight[order[i]];
            while (next < shares.length && below >= shares[next] * whole * (1 - 1e-12)) {
                found[next++] = rows[order[i]][column];
            }
        }
        return found;
    }
}
