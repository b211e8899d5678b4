package io.brainwright.library.model.release;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * The surface of a vessel between two branch points as a closed tube of triangles: a ring of eight corners at every point, whose area is that of the
 * circle there. A straight tube holds what the truncated cones hold.
 *
 * <p>Rings stand across the mean direction of the two pieces that meet; each is turned as little as can be against the one before.
 */
public final class TubeMesh {
    /** Corners of a ring. */
    public static final int CORNERS = 8;
    /** Radius of the corners over that of the circle of equal area. */
    private static final double WIDER =
            Math.sqrt(2 * StrictMath.PI / (CORNERS * StrictMath.sin(2 * StrictMath.PI / CORNERS)));

    private final float[] points;
    private final double[][] corners;

    /** @param points x, y, z and diameter of each point of the centre line, um; two or more */
    public TubeMesh(float[] points) {
        assert points.length >= 8 && points.length % 4 == 0 : points.length;
        this.points = points;
        int n = points.length / 4;
        this.corners = new double[n * CORNERS][];
        double[] across = {1, 0, 0};
        for (int i = 0; i < n; i++) {
            var along = unit(sum(direction(Math.max(i - 1, 0)), direction(Math.min(i, n - 2))));
            across = perpendicular(across, along);
            ring(i, across, cross(along, across));
        }
    }

    private double[] direction(int piece) {
        var d = new double[3];
        for (int k = 0; k < 3; k++) {
            d[k] = (double) points[4 * piece + 4 + k] - points[4 * piece + k];
        }
        return unit(d);
    }

    private void ring(int i, double[] u, double[] v) {
        double radius_um = points[4 * i + 3] / 2.0 * WIDER;
        for (int c = 0; c < CORNERS; c++) {
            double cos = radius_um * StrictMath.cos(2 * StrictMath.PI * c / CORNERS);
            double sin = radius_um * StrictMath.sin(2 * StrictMath.PI * c / CORNERS);
            var p = new double[3];
            for (int k = 0; k < 3; k++) {
                p[k] = points[4 * i + k] + cos * u[k] + sin * v[k];
            }
            corners[i * CORNERS + c] = p;
        }
    }

    /** x, y, z of each corner, ring by ring. */
    public double[][] corners() {
        return corners;
    }

    /** Three corners each, counter-clockwise seen from outside. */
    public int[][] triangles() {
        int rings = corners.length / CORNERS;
        var triangles = new int[2 * CORNERS * (rings - 1) + 2 * (CORNERS - 2)][];
        int n = 0;
        for (int r = 0; r + 1 < rings; r++) {
            for (int c = 0; c < CORNERS; c++) {
                int a = r * CORNERS + c;
                int b = r * CORNERS + (c + 1) % CORNERS;
                triangles[n++] = new int[] {a, b, b + CORNERS};
                triangles[n++] = new int[] {a, b + CORNERS, a + CORNERS};
            }
        }
        int last = corners.length - CORNERS;
        for (int c = 1; c + 1 < CORNERS; c++) {
            triangles[n++] = new int[] {0, c + 1, c};
            triangles[n++] = new int[] {last, last + c, last + c + 1};
        }
        return triangles;
    }

    /**
     * Writes it in the words of Wavefront's OBJ, which counts corners from 1.
     *
     * @param before corners that the file has already
     * @return corners that it has then
     */
    public int write(Writer obj, int before) throws IOException {
        for (var p : corners) {
            obj.write(String.format(Locale.ROOT, "v %.3f %.3f %.3f\n", p[0], p[1], p[2]));
        }
        for (var t : triangles()) {
            obj.write("f %d %d %d\n".formatted(before + t[0] + 1, before + t[1] + 1, before + t[2] + 1));
        }
        return before + corners.length;
    }

    private static double[] perpendicular(double[] v, double[] along) {
        double dot = v[0] * along[0] + v[1] * along[1] + v[2] * along[2];
        double[] across = {v[0] - dot * along[0], v[1] - dot * along[1], v[2] - dot * along[2]};
        if (length(across) < 0.1) { // almost along it: any other direction does
            double[] other = Math.abs(along[0]) < 0.6 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
            across = cross(along, other);
        }
        return unit(across);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
        return length(sum) > 0.1 ? sum : b; // it turns back on itself
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private static double[] unit(double[] v) {
        double length = length(v);
        return length > 0 ? new double[] {v[0] / length, v[1] / length, v[2] / length} : new double[] {0, 1, 0};
    }
}
