package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;
import java.util.Arrays;

/**
 * Places that keep their distance: random sequential addition. A place is drawn uniformly and kept if no earlier one lies
 * within the spacing; two layers keep the smaller of their two spacings. A hash of cubes finds the neighbours.
 *
 * <p>Where {@value #PATIENCE} draws in a row find no room, the spacing of what is yet to come shrinks by a tenth: the count
 * is a promise, evenness an aim.
 *
 * @see <a href="https://doi.org/10.1080/00268979100100981">Talbot, Schaaf &amp; Tarjus 1991, Mol. Phys. 72:1397: random sequential addition jams at a volume
 *     fraction of 0.38</a>
 */
final class EvenPositions {
    static final int PATIENCE = 10_000;
    private static final double SHRINK = 0.9;

    private final Tissue tissue;
    private final double[] low = new double[3];
    private final int[] cubes = new int[3];
    private final double edge_um;
    private final int[] newest;
    private final int[] earlier;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[] spacing_um;
    private int size;
    private double narrowest_um = Double.POSITIVE_INFINITY;

    /**
     * @param tissue where
     * @param widest_um largest spacing that will be asked for
     * @param count how many places will be asked for
     */
    EvenPositions(Tissue tissue, double widest_um, int count) {
        this.tissue = tissue;
        this.edge_um = widest_um;
        var high = new double[3];
        tissue.bounds(low, high);
        for (int i = 0; i < 3; i++) {
            cubes[i] = (int) Math.ceil((high[i] - low[i]) / edge_um) + 1;
        }
        newest = new int[Math.multiplyExact(Math.multiplyExact(cubes[0], cubes[1]), cubes[2])];
        Arrays.fill(newest, -1);
        earlier = new int[count];
        x = new double[count];
        y = new double[count];
        z = new double[count];
        spacing_um = new double[count];
    }

    /** Adds places in one layer; the index of the first one is {@link #size()} before the call. */
    void add(int layer, int count, double wanted_um, Draws draws) {
        assert wanted_um <= edge_um : "spacing " + wanted_um + " um, cubes of " + edge_um + " um";
        double own_um = wanted_um;
        var at = new double[3];
        int misses = 0;
        for (int left = count; left > 0; ) {
            tissue.draw(layer, draws, at);
            if (free(at, own_um)) {
                keep(at, own_um);
                left--;
                misses = 0;
            } else if (++misses == PATIENCE) {
                own_um *= SHRINK;
                misses = 0;
            }
        }
        narrowest_um = Math.min(narrowest_um, own_um);
    }

    int size() {
        return size;
    }

    /** The smallest spacing that was used. */
    double narrowest_um() {
        return narrowest_um;
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    double z(int i) {
        return z[i];
    }

    private boolean free(double[] at, double own_um) {
        int cx = cube(at, 0);
        int cy = cube(at, 1);
        int cz = cube(at, 2);
        for (int ix = Math.max(0, cx - 1); ix <= Math.min(cubes[0] - 1, cx + 1); ix++) {
            for (int iy = Math.max(0, cy - 1); iy <= Math.min(cubes[1] - 1, cy + 1); iy++) {
                for (int iz = Math.max(0, cz - 1); iz <= Math.min(cubes[2] - 1, cz + 1); iz++) {
                    if (crowded(newest[(ix * cubes[1] + iy) * cubes[2] + iz], at, own_um)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean crowded(int first, double[] at, double own_um) {
        for (int i = first; i >= 0; i = earlier[i]) {
            double dx = x[i] - at[0];
            double dy = y[i] - at[1];
            double dz = z[i] - at[2];
            double keep_um = Math.min(own_um, spacing_um[i]);
            if (dx * dx + dy * dy + dz * dz < keep_um * keep_um) {
                return true;
            }
        }
        return false;
    }

    private void keep(double[] at, double own_um) {
        x[size] = at[0];
        y[size] = at[1];
        z[size] = at[2];
        spacing_um[size] = own_um;
        int cube = (cube(at, 0) * cubes[1] + cube(at, 1)) * cubes[2] + cube(at, 2);
        earlier[size] = newest[cube];
        newest[cube] = size++;
    }

    private int cube(double[] at, int axis) {
        int c = (int) ((at[axis] - low[axis]) / edge_um);
        assert c >= 0 && c < cubes[axis] : "outside the box: " + Arrays.toString(at);
        return c;
    }
}
