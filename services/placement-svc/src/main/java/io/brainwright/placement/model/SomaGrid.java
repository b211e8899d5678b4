package io.brainwright.placement.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Centres of somata in a grid of cubes: tells whether a place keeps its distance from all that stand. Flat arrays of fixed size. */
final class SomaGrid {
    /** Cubes farther than an edge hold nobody who is too near; a little more, for roundings. */
    private static final double REACH2 = 1 + 1e-9;

    private final double[] low = new double[3];
    private final int[] cubes = new int[3];
    private final double edge_um;
    private final int[] newest;
    private final int[] earlier;
    private final double[] at;
    private int size;

    /** How far a place keeps from a soma that stands; at most the edge of a cube. */
    interface Distance {
        double from_um(int soma);
    }

    /**
     * @param space where all places lie
     * @param edge_um edge of a cube, the largest distance that will be kept
     * @param count how many somata will stand
     */
    SomaGrid(Space space, double edge_um, int count) {
        this.edge_um = edge_um;
        var high = new double[3];
        space.bounds(low, high);
        for (int i = 0; i < 3; i++) {
            cubes[i] = (int) Math.ceil((high[i] - low[i]) / edge_um) + 1;
        }
        newest = new int[Math.multiplyExact(Math.multiplyExact(cubes[0], cubes[1]), cubes[2])];
        Arrays.fill(newest, -1);
        earlier = new int[count];
        at = new double[3 * count];
    }

    /** Adds a soma; its index is {@link #size()} before the call. */
    void add(double px, double py, double pz) {
        at[3 * size] = px;
        at[3 * size + 1] = py;
        at[3 * size + 2] = pz;
        int cube = (cube(px, 0) * cubes[1] + cube(py, 1)) * cubes[2] + cube(pz, 2);
        earlier[size] = newest[cube];
        newest[cube] = size++;
    }

    boolean free(double px, double py, double pz, Distance keep) {
        int cx = cube(px, 0);
        int cy = cube(py, 1);
        int cz = cube(pz, 2);
        if (crowded(newest[(cx * cubes[1] + cy) * cubes[2] + cz], px, py, pz, keep)) {
            return false; // the likeliest place first
        }
        double fx = (px - low[0]) / edge_um - cx;
        double fy = (py - low[1]) / edge_um - cy;
        double fz = (pz - low[2]) / edge_um - cz;
        for (int ix = Math.max(0, cx - 1); ix <= Math.min(cubes[0] - 1, cx + 1); ix++) {
            double x2 = toCube2(ix - cx, fx);
            for (int iy = Math.max(0, cy - 1); iy <= Math.min(cubes[1] - 1, cy + 1); iy++) {
                double xy2 = x2 + toCube2(iy - cy, fy);
                for (int iz = Math.max(0, cz - 1); iz <= Math.min(cubes[2] - 1, cz + 1); iz++) {
                    if (xy2 + toCube2(iz - cz, fz) < REACH2
                            && crowded(newest[(ix * cubes[1] + iy) * cubes[2] + iz], px, py, pz, keep)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Square of the distance along one axis, in edges, from a fraction of a cube to the cube a step aside. */
    private static double toCube2(int step, double fraction) {
        double d = step < 0 ? fraction : step > 0 ? 1 - fraction : 0;
        return d * d;
    }

    private boolean crowded(int first, double px, double py, double pz, Distance keep) {
        for (int i = first; i >= 0; i = earlier[i]) {
            double dx = at[3 * i] - px;
            double dy = at[3 * i + 1] - py;
            double dz = at[3 * i + 2] - pz;
            double d2 = dx * dx + dy * dy + dz * dz;
            if (d2 < edge_um * edge_um) {
                double keep_um = keep.from_um(i);
                if (d2 < keep_um * keep_um) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Sum of a function of squared distance over the somata in a place's cube and those about it. */
    double sum(double px, double py, double pz, DoubleUnaryOperator ofSquare) {
        int cx = cube(px, 0);
        int cy = cube(py, 1);
        int cz = cube(pz, 2);
        double sum = 0;
        for (int ix = Math.max(0, cx - 1); ix <= Math.min(cubes[0] - 1, cx + 1); ix++) {
            for (int iy = Math.max(0, cy - 1); iy <= Math.min(cubes[1] - 1, cy + 1); iy++) {
                for (int iz = Math.max(0, cz - 1); iz <= Math.min(cubes[2] - 1, cz + 1); iz++) {
                    for (int i = newest[(ix * cubes[1] + iy) * cubes[2] + iz]; i >= 0; i = earlier[i]) {
                        double dx = x(i) - px;
                        double dy = y(i) - py;
                        double dz = z(i) - pz;
                        sum += ofSquare.applyAsDouble(dx * dx + dy * dy + dz * dz);
                    }
                }
            }
        }
        return sum;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return at[3 * i];
    }

    double y(int i) {
        return at[3 * i + 1];
    }

    double z(int i) {
        return at[3 * i + 2];
    }

    private int cube(double value, int axis) {
        int c = (int) ((value - low[axis]) / edge_um);
        assert c >= 0 && c < cubes[axis] : "outside the box: " + value + " on axis " + axis;
        return c;
    }
}
