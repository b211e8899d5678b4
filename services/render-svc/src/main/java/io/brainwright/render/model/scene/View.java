package io.brainwright.render.model.scene;

/**
 * A camera: where it stands, where it looks, and how it maps um to pixels. Depth grows away from the camera.
 *
 * <pre>{@code
 *   perspective:   (px, py) = (cx + f x/z, cy - f y/z)
 *   orthographic:  (px, py) = (cx + s x,   cy - s y)
 * }</pre>
 *
 * with x, y, z along right, up and forward from the eye.
 */
public final class View {
    private final double[] eye;
    private final double[] right;
    private final double[] up;
    private final double[] forward;
    private final double scale;
    private final boolean perspective;
    private final double centreX;
    private final double centreY;

    private View(
            double[] eye,
            double[] forward,
            double[] upHint,
            double scale,
            boolean perspective,
            double centreX,
            double centreY) {
        this.eye = eye;
        this.forward = unit(forward);
        this.right = unit(cross(this.forward, upHint));
        this.up = cross(this.right, this.forward);
        this.scale = scale;
        this.perspective = perspective;
        this.centreX = centreX;
        this.centreY = centreY;
    }

    /**
     * A camera that circles a target at a distance.
     *
     * @param target looked at, um
     * @param azimuth_deg turn about the vertical
     * @param elevation_deg height above the horizon
     * @param distance_um from target to eye
     * @param fov_deg vertical field of view
     */
    public static View orbit(
            double[] target,
            double azimuth_deg,
            double elevation_deg,
            double distance_um,
            double fov_deg,
            int width_px,
            int height_px) {
        double a = StrictMath.toRadians(azimuth_deg);
        double e = StrictMath.toRadians(elevation_deg);
        double[] away = {StrictMath.sin(a) * StrictMath.cos(e), StrictMath.sin(e), StrictMath.cos(a) * StrictMath.cos(e)
        };
        double[] eye = new double[3];
        for (int i = 0; i < 3; i++) {
            eye[i] = target[i] + distance_um * away[i];
        }
        double focal = height_px / 2.0 / StrictMath.tan(StrictMath.toRadians(fov_deg) / 2);
        return new View(
                eye,
                new double[] {-away[0], -away[1], -away[2]},
                new double[] {0, 1, 0},
                focal,
                true,
                width_px / 2.0,
                height_px / 2.0);
    }

    /** A light at infinity that sees a sphere about the target on a square map. */
    static View light(double[] target, double[] towards, double radius_um, int size_px) {
        double[] direction = unit(towards);
        double[] eye = new double[3];
        for (int i = 0; i < 3; i++) {
            eye[i] = target[i] - 2 * radius_um * direction[i];
        }
        return new View(
                eye, direction, new double[] {0, 0, 1}, size_px / (2 * radius_um), false, size_px / 2.0, size_px / 2.0);
    }

    /** Writes pixel x, pixel y, depth (um) and pixels per um at that depth. */
    public void project(double x, double y, double z, double[] out) {
        double dx = x - eye[0];
        double dy = y - eye[1];
        double dz = z - eye[2];
        double vx = dx * right[0] + dy * right[1] + dz * right[2];
        double vy = dx * up[0] + dy * up[1] + dz * up[2];
        double vz = dx * forward[0] + dy * forward[1] + dz * forward[2];
        double s = perspective ? scale / Math.max(vz, 1) : scale;
        out[0] = centreX + vx * s;
        out[1] = centreY - vy * s;
        out[2] = vz;
        out[3] = s;
    }

    /** Pixel x of a point seen without perspective. */
    double alongRight(double[] p) {
        return centreX + scale * ((p[0] - eye[0]) * right[0] + (p[1] - eye[1]) * right[1] + (p[2] - eye[2]) * right[2]);
    }

    /** Pixel y of a point seen without perspective. */
    double alongUp(double[] p) {
        return centreY - scale * ((p[0] - eye[0]) * up[0] + (p[1] - eye[1]) * up[1] + (p[2] - eye[2]) * up[2]);
    }

    /** Depth of a point. */
    double alongForward(double[] p) {
        return (p[0] - eye[0]) * forward[0] + (p[1] - eye[1]) * forward[1] + (p[2] - eye[2]) * forward[2];
    }

    double scale() {
        return scale;
    }

    /** Writes the world position of a pixel at a depth. */
    void unproject(double px, double py, double depth, double[] out) {
        double s = perspective ? scale / Math.max(depth, 1) : scale;
        double vx = (px - centreX) / s;
        double vy = (centreY - py) / s;
        for (int i = 0; i < 3; i++) {
            out[i] = eye[i] + vx * right[i] + vy * up[i] + depth * forward[i];
        }
    }

    /** Writes a direction given along right, up and towards the eye in world coordinates. */
    void toWorld(double nx, double ny, double nz, double[] out) {
        for (int i = 0; i < 3; i++) {
            out[i] = nx * right[i] + ny * up[i] - nz * forward[i];
        }
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double[] v) {
        double n = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / n, v[1] / n, v[2] / n};
    }
}
