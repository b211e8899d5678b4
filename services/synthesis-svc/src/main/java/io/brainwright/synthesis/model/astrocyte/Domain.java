package io.brainwright.synthesis.model.astrocyte;

import io.brainwright.neuro.geometry.ConvexHull;
import java.util.Arrays;

/** The part of the tissue that an astrocyte fills: the convex hull of its corners, as half-spaces n·p ≤ c. */
public final class Domain {
    private final double[] walls;
    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final double volume_um3;

    /** @param corners x, y, z of each, um */
    public Domain(float[] corners) {
        int[][] faces = ConvexHull.triangles(corners);
        walls = new double[4 * faces.length];
        double sum = 0;
        for (int f = 0; f < faces.length; f++) {
            double[] a = corner(corners, faces[f][0]);
            double[] n = normal(a, corner(corners, faces[f][1]), corner(corners, faces[f][2]));
            System.arraycopy(n, 0, walls, 4 * f, 3);
            walls[4 * f + 3] = n[0] * a[0] + n[1] * a[1] + n[2] * a[2];
            double[] o = corner(corners, 0);
            sum += (n[0] * (a[0] - o[0]) + n[1] * (a[1] - o[1]) + n[2] * (a[2] - o[2])) / 6; // |n| = twice the area
        }
        volume_um3 = sum;
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < corners.length; i++) {
            low[i % 3] = Math.min(low[i % 3], corners[i]);
            high[i % 3] = Math.max(high[i % 3], corners[i]);
        }
    }

    private static double[] corner(float[] corners, int i) {
        return new double[] {corners[3 * i], corners[3 * i + 1], corners[3 * i + 2]};
    }

    private static double[] normal(double[] a, double[] b, double[] c) {
        double[] u = {b[0] - a[0], b[1] - a[1], b[2] - a[2]};
        double[] v = {c[0] - a[0], c[1] - a[1], c[2] - a[2]};
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }

    /** Whether a place lies within it or at most a margin outside of each of its faces. */
    public boolean holds(double[] at, double margin_um) {
        for (int f = 0; f < walls.length; f += 4) {
            double size = Math.sqrt(walls[f] * walls[f] + walls[f + 1] * walls[f + 1] + walls[f + 2] * walls[f + 2]);
            double beyond = walls[f] * at[0] + walls[f + 1] * at[1] + walls[f + 2] * at[2] - walls[f + 3];
            if (beyond > margin_um * size) {
                return false;
            }
        }
        return walls.length > 0;
    }

    public double volume_um3() {
        return volume_um3;
    }

    /** Writes the place at fractions of the sides of the box that holds it. */
    public void inBox(double fx, double fy, double fz, double[] out) {
        double[] f = {fx, fy, fz};
        for (int k = 0; k < 3; k++) {
            out[k] = low[k] + f[k] * (high[k] - low[k]);
        }
    }
}
