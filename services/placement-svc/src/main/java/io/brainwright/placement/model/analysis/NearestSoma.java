package io.brainwright.placement.model.analysis;

import java.util.Arrays;

/**
 * Finds the distance from a soma to the next one.
 *
 * <p>Somata are sorted into cubes that hold about one each; shells of cubes around a soma are searched until none farther out can hold
 * a nearer one. Expected time is constant a soma. By chance (a Poisson process of density n) the mean would be
 * {@code Γ(4/3) (4πn/3)^(-1/3) ≈ 0.554 n^(-1/3)}.
 *
 * @see <a href="https://doi.org/10.2307/1931034">Clark &amp; Evans 1954, Distance to nearest neighbor</a>
 */
public final class NearestSoma {
    private final float[][] places;
    private final double[] low = new double[3];
    private final int[] size = new int[3];
    private double edge_um;
    private final int[] first;
    private final int[] members;

    /**
     * @param x coordinates of the somata, um
     * @param y coordinates
     * @param z coordinates
     */
    public NearestSoma(float[] x, float[] y, float[] z) {
        places = new float[][] {x, y, z};
        var extent = new double[3];
        for (int k = 0; k < 3; k++) {
            double high = Double.NEGATIVE_INFINITY;
            low[k] = Double.POSITIVE_INFINITY;
            for (float p : places[k]) {
                low[k] = Math.min(low[k], p);
                high = Math.max(high, p);
            }
            extent[k] = x.length == 0 ? 0 : high - low[k];
        }
        double cubes;
        edge_um = Math.max(
                1,
                Math.cbrt(Math.max(extent[0], 1)
                        * Math.max(extent[1], 1)
                        * Math.max(extent[2], 1)
                        / Math.max(1, x.length)));
        do {
            cubes = 1;
            for (int k = 0; k < 3; k++) {
                size[k] = (int) (extent[k] / edge_um) + 1;
                cubes *= size[k];
            }
            edge_um *= cubes > 4.0 * x.length + 64 ? 1.5 : 1;
        } while (cubes > 4.0 * x.length + 64);
        first = new int[(int) cubes + 1];
        members = new int[x.length];
        sort();
    }

    private void sort() {
        int n = members.length;
        int[] cube = new int[n];
        for (int i = 0; i < n; i++) {
            cube[i] = (at(0, i) * size[1] + at(1, i)) * size[2] + at(2, i);
            first[cube[i] + 1]++;
        }
        for (int c = 1; c < first.length; c++) {
            first[c] += first[c - 1];
        }
        int[] next = Arrays.copyOf(first, first.length);
        for (int i = 0; i < n; i++) {
            members[next[cube[i]]++] = i;
        }
    }

    private int at(int axis, int soma) {
        return Math.min(size[axis] - 1, (int) ((places[axis][soma] - low[axis]) / edge_um));
    }

    /** Distance of a soma to the nearest other one, um; infinite where there is no other. */
    public double distance_um(int soma) {
        double best = Double.POSITIVE_INFINITY;
        int widest = Math.max(size[0], Math.max(size[1], size[2]));
        for (int shell = 0; shell <= widest && best > (shell - 1) * edge_um; shell++) {
            best = Math.min(best, inShell(soma, shell));
        }
        return best;
    }

    private double inShell(int soma, int shell) {
        int cx = at(0, soma);
        int cy = at(1, soma);
        int cz = at(2, soma);
        double best = Double.POSITIVE_INFINITY;
        for (int i = Math.max(0, cx - shell); i <= Math.min(size[0] - 1, cx + shell); i++) {
            for (int j = Math.max(0, cy - shell); j <= Math.min(size[1] - 1, cy + shell); j++) {
                boolean side = Math.abs(i - cx) == shell || Math.abs(j - cy) == shell;
                int step = side || shell == 0 ? 1 : 2 * shell;
                for (int k = cz - shell; k <= cz + shell; k += step) {
                    if (k >= 0 && k < size[2]) {
                        best = Math.min(best, inCube((i * size[1] + j) * size[2] + k, soma));
                    }
                }
            }
        }
        return best;
    }

    private double inCube(int cube, int soma) {
        double best = Double.POSITIVE_INFINITY;
        for (int m = first[cube]; m < first[cube + 1]; m++) {
            int other = members[m];
            if (other != soma) {
                double dx = (double) places[0][other] - places[0][soma];
                double dy = (double) places[1][other] - places[1][soma];
                double dz = (double) places[2][other] - places[2][soma];
                best = Math.min(best, Math.sqrt(dx * dx + dy * dy + dz * dz));
            }
        }
        return best;
    }
}
