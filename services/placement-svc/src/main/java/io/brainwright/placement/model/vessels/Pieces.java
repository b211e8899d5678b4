package io.brainwright.placement.model.vessels;

/** Distances between straight pieces of vessel; places are x, y, z in um. */
final class Pieces {
    private Pieces() {}

    /** How far along a piece, 0 to 1, its nearest place to a point lies. */
    static double nearest(double[] p, double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double dz = b[2] - a[2];
        double length2 = dx * dx + dy * dy + dz * dz;
        double t = length2 == 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy + (p[2] - a[2]) * dz) / length2;
        return Math.clamp(t, 0, 1);
    }

    static double[] along(double[] a, double[] b, double t) {
        return new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])};
    }

    static double distance(double[] p, double[] q) {
        double dx = p[0] - q[0];
        double dy = p[1] - q[1];
        double dz = p[2] - q[2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /**
     * The nearest places of two pieces, as shares s and t along each: the unconstrained solution clamped on the first, answered on the second, and
     * answered again on the first.
     *
     * @see Ericson 2005, Real-Time Collision Detection, section 5.1.9
     */
    static void nearest(double[] a, double[] b, double[] c, double[] d, double[] st) {
        double[] u = {b[0] - a[0], b[1] - a[1], b[2] - a[2]};
        double[] v = {d[0] - c[0], d[1] - c[1], d[2] - c[2]};
        double[] w = {a[0] - c[0], a[1] - c[1], a[2] - c[2]};
        double uu = dot(u, u);
        double uv = dot(u, v);
        double vv = dot(v, v);
        double det = uu * vv - uv * uv;
        double s = det > 1e-12 * uu * vv ? Math.clamp((uv * dot(v, w) - vv * dot(u, w)) / det, 0, 1) : 0;
        double t = vv == 0 ? 0 : (uv * s + dot(v, w)) / vv;
        if (t < 0 || t > 1) {
            t = Math.clamp(t, 0, 1);
            s = uu == 0 ? 0 : Math.clamp((uv * t - dot(u, w)) / uu, 0, 1);
        }
        st[0] = s;
        st[1] = t;
    }

    private static double dot(double[] p, double[] q) {
        return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
    }
}
