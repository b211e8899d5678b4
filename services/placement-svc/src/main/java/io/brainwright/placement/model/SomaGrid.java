package io.brainwright.placement.model;

import java.util.Arrays;

/** Centres of somata in a grid of cubes: tells whether a place keeps its distance from all that stand. Flat arrays of fixed size. */
final class SomaGrid {
    private final double[] low = new double[3];
    private final int[] cubes = new int[3];
    private final double edge_um;
    private final int[] newest;
    private final int[] earlier;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private int size;

    /** How far a place keeps from a soma that stands; at most the edge of a cube. */
    interface Distance {
        double from_um(int soma);
    }

    /**
     * @param tissue where all places lie
     * @param edge_um edge of a cube, the largest distance that will be kept
     * @param count how many somata will stand
     */
    SomaGrid(Tissue tissue, double edge_um, int count) {
        this.edge_um = edge_um;
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
    }

    /** Adds a soma; its index is {@link #size()} before the call. */
    void add(double px, double py, double pz) {
        x[size] = px;
        y[size] = py;
        z[size] = pz;
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
        for (int ix = Math.max(0, cx - 1); ix <= Math.min(cubes[0] - 1, cx + 1); ix++) {
            for (int iy = Math.max(0, cy - 1); iy <= Math.min(cubes[1] - 1, cy + 1); iy++) {
                for (int iz = Math.max(0, cz - 1); iz <= Math.min(cubes[2] - 1, cz + 1); iz++) {
                    if (crowded(newest[(ix * cubes[1] + iy) * cubes[2] + iz], px, py, pz, keep)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean crowded(int first, double px, double py, double pz, Distance keep) {
        for (int i = first; i >= 0; i = earlier[i]) {
            double dx = x[i] - px;
            double dy = y[i] - py;
            double dz = z[i] - pz;
            double keep_um = keep.from_um(i);
            if (dx * dx + dy * dy + dz * dz < keep_um * keep_um) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
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

    private int cube(double value, int axis) {
        int c = (int) ((value - low[axis]) / edge_um);
        assert c >= 0 && c < cubes[axis] : "outside the box: " + value + " on axis " + axis;
        return c;
    }
}
