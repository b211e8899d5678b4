package io.brainwright.neuro.geometry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The convex hull of points as triangles, one point after another: what a new point sees is cut out, and the rim of the hole is joined with it.
 *
 * <p>On which side of a plane a point lies is exact (doubles where they suffice, else unlimited decimals), so that points that lie on
 * one plane, or almost, still give a closed surface.
 */
public final class ConvexHull {
    /** Rounding of a determinant of doubles stays below this share of the sum of its products. */
    private static final double SURE = 1e-14;

    private final float[] xyz;
    private List<int[]> triangles = new ArrayList<>();

    private record Edge(int from, int to) {}

    private ConvexHull(float[] xyz) {
        this.xyz = xyz;
    }

    /**
     * @param xyz x, y, z of each point
     * @return three points each, counter-clockwise seen from outside; none where all points lie on one plane
     */
    public static int[][] triangles(float[] xyz) {
        var hull = new ConvexHull(xyz);
        int[] first = hull.tetrahedron();
        if (first.length == 0) {
            return new int[0][];
        }
        hull.start(first);
        for (int p = 0; p < xyz.length / 3; p++) {
            hull.add(p);
        }
        return hull.triangles.toArray(int[][]::new);
    }

    private int[] tetrahedron() {
        int n = xyz.length / 3;
        for (int b = 1; b < n; b++) {
            for (int c = b + 1; c < n; c++) {
                for (int d = c + 1; d < n; d++) {
                    if (side(0, b, c, d) != 0) {
                        return new int[] {0, b, c, d};
                    }
                }
            }
        }
        return new int[0];
    }

    private void start(int[] t) {
        boolean out = side(t[0], t[1], t[2], t[3]) < 0;
        int b = out ? t[1] : t[2];
        int c = out ? t[2] : t[1];
        triangles.add(new int[] {t[0], b, c});
        triangles.add(new int[] {t[0], c, t[3]});
        triangles.add(new int[] {c, b, t[3]});
        triangles.add(new int[] {b, t[0], t[3]});
    }

    private void add(int p) {
        var kept = new ArrayList<int[]>();
        var seen = new ArrayList<int[]>();
        for (var t : triangles) {
            (side(t[0], t[1], t[2], p) > 0 ? seen : kept).add(t);
        }
        var rim = new HashSet<Edge>();
        for (var t : seen) {
            for (int k = 0; k < 3; k++) {
                rim.add(new Edge(t[k], t[(k + 1) % 3]));
            }
        }
        for (var t : seen) {
            for (int k = 0; k < 3; k++) {
                if (!rim.contains(new Edge(t[(k + 1) % 3], t[k]))) {
                    kept.add(new int[] {t[k], t[(k + 1) % 3], p});
                }
            }
        }
        triangles = kept;
    }

    /** Above 0 where d lies outside the triangle a, b, c, below 0 inside, 0 on its plane: the volume of the four, signed. */
    private int side(int a, int b, int c, int d) {
        double[] u = from(a, b);
        double[] v = from(a, c);
        double[] w = from(a, d);
        double sum = 0;
        double size = 0;
        for (int k = 0; k < 3; k++) {
            double plus = u[k] * v[(k + 1) % 3] * w[(k + 2) % 3];
            double minus = u[k] * v[(k + 2) % 3] * w[(k + 1) % 3];
            sum += plus - minus;
            size += Math.abs(plus) + Math.abs(minus);
        }
        return Math.abs(sum) > SURE * size ? (int) Math.signum(sum) : exactSide(a, b, c, d);
    }

    private double[] from(int a, int b) {
        return new double[] {
            (double) xyz[3 * b] - xyz[3 * a],
            (double) xyz[3 * b + 1] - xyz[3 * a + 1],
            (double) xyz[3 * b + 2] - xyz[3 * a + 2]
        };
    }

    private int exactSide(int a, int b, int c, int d) {
        var u = exactFrom(a, b);
        var v = exactFrom(a, c);
        var w = exactFrom(a, d);
        var sum = BigDecimal.ZERO;
        for (int k = 0; k < 3; k++) {
            int l = (k + 1) % 3;
            int m = (k + 2) % 3;
            sum = sum.add(u[k].multiply(v[l].multiply(w[m]).subtract(v[m].multiply(w[l]))));
        }
        return sum.signum();
    }

    private BigDecimal[] exactFrom(int a, int b) {
        var result = new BigDecimal[3];
        for (int k = 0; k < 3; k++) {
            result[k] = new BigDecimal((double) xyz[3 * b + k]).subtract(new BigDecimal((double) xyz[3 * a + k]));
        }
        return result;
    }
}
