package io.brainwright.connectome.model.apposition;

/**
 * Closest points of two straight segments.
 *
 * <pre>{@code
 *   min over s, t in [0, 1] of |P(s) - Q(t)|,   P(s) = P0 + s (P1 - P0),   Q(t) = Q0 + t (Q1 - Q0)
 * }</pre>
 *
 * Two cylinders with round ends touch when this distance is below the sum of their radii; a sphere is a segment of no length.
 *
 * @see <a href="https://doi.org/10.1201/b14581">Ericson 2004, Real-Time Collision Detection, section 5.1.9</a>
 */
final class Closest {
    private static final double PARALLEL = 1e-12;

    /** Fraction along the first segment, of the last call. */
    double s;
    /** Fraction along the second segment, of the last call. */
    double t;

    private double apartX;
    private double apartY;
    private double apartZ;

    /** Squared distance of segment i of {@code p} and segment j of {@code q}, six coordinates each, in um². */
    double squared(float[] p, int i, float[] q, int j) {
        int a0 = i * 6;
        int b0 = j * 6;
        double ux = (double) p[a0 + 3] - p[a0];
        double uy = (double) p[a0 + 4] - p[a0 + 1];
        double uz = (double) p[a0 + 5] - p[a0 + 2];
        double vx = (double) q[b0 + 3] - q[b0];
        double vy = (double) q[b0 + 4] - q[b0 + 1];
        double vz = (double) q[b0 + 5] - q[b0 + 2];
        double rx = (double) p[a0] - q[b0];
        double ry = (double) p[a0 + 1] - q[b0 + 1];
        double rz = (double) p[a0 + 2] - q[b0 + 2];
        double uu = ux * ux + uy * uy + uz * uz;
        double vv = vx * vx + vy * vy + vz * vz;
        double uv = ux * vx + uy * vy + uz * vz;
        double ur = ux * rx + uy * ry + uz * rz;
        double vr = vx * rx + vy * ry + vz * rz;
        solve(uu, vv, uv, ur, vr);
        double dx = rx + s * ux - t * vx;
        double dy = ry + s * uy - t * vy;
        double dz = rz + s * uz - t * vz;
        return dx * dx + dy * dy + dz * dz;
    }

    /** Squared distance of a point and segment j of {@code q}; leaves the fraction in {@link #t}. */
    double squared(double[] point, float[] q, int j) {
        int b = j * 6;
        double vx = (double) q[b + 3] - q[b];
        double vy = (double) q[b + 4] - q[b + 1];
        double vz = (double) q[b + 5] - q[b + 2];
        double rx = point[0] - q[b];
        double ry = point[1] - q[b + 1];
        double rz = point[2] - q[b + 2];
        double vv = vx * vx + vy * vy + vz * vz;
        t = vv == 0 ? 0 : clamp((vx * rx + vy * ry + vz * rz) / vv);
        apartX = rx - t * vx;
        apartY = ry - t * vy;
        apartZ = rz - t * vz;
        return apartX * apartX + apartY * apartY + apartZ * apartZ;
    }

    /** How far the last call's point lay from the segment, along segment i of {@code p} and times its length, in um². */
    double along(float[] p, int i) {
        int a = i * 6;
        return apartX * ((double) p[a + 3] - p[a])
                + apartY * ((double) p[a + 4] - p[a + 1])
                + apartZ * ((double) p[a + 5] - p[a + 2]);
    }

    private void solve(double uu, double vv, double uv, double ur, double vr) {
        if (uu == 0) {
            s = 0;
            t = vv == 0 ? 0 : clamp(vr / vv);
            return;
        }
        if (vv == 0) {
            t = 0;
            s = clamp(-ur / uu);
            return;
        }
        double determinant = uu * vv - uv * uv;
        s = determinant > PARALLEL * uu * vv ? clamp((uv * vr - ur * vv) / determinant) : 0;
        t = (uv * s + vr) / vv;
        if (t < 0) {
            t = 0;
            s = clamp(-ur / uu);
        } else if (t > 1) {
            t = 1;
            s = clamp((uv - ur) / uu);
        }
    }

    private static double clamp(double fraction) {
        return Math.max(0, Math.min(1, fraction));
    }
}
