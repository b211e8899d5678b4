package io.brainwright.neuro.geometry;

/**
 * A unit quaternion (w, x, y, z) that rotates a morphology's +y axis to the local pia-ward axis.
 *
 * @param w scalar part
 * @param x vector part along x
 * @param y vector part along y
 * @param z vector part along z
 */
public record Quaternion(double w, double x, double y, double z) {
    public static final Quaternion IDENTITY = new Quaternion(1, 0, 0, 0);

    /** The shortest rotation that takes +y to the given unit vector; a half turn about x where the vector is -y. */
    public static Quaternion yTo(double dx, double dy, double dz) {
        if (dy < -1 + 1e-12) {
            return new Quaternion(0, 1, 0, 0);
        }
        return new Quaternion(1 + dy, dz, 0, -dx).normalised();
    }

    /** Rotation by an angle about +y, in radians. */
    public static Quaternion aboutY(double angle) {
        return new Quaternion(StrictMath.cos(angle / 2), 0, StrictMath.sin(angle / 2), 0);
    }

    /** First {@code other}, then this. */
    public Quaternion times(Quaternion other) {
        return new Quaternion(
                w * other.w - x * other.x - y * other.y - z * other.z,
                w * other.x + x * other.w + y * other.z - z * other.y,
                w * other.y - x * other.z + y * other.w + z * other.x,
                w * other.z + x * other.y - y * other.x + z * other.w);
    }

    public Quaternion normalised() {
        double n = StrictMath.sqrt(w * w + x * x + y * y + z * z);
        return new Quaternion(w / n, x / n, y / n, z / n);
    }

    /** The inverse rotation. */
    public Quaternion conjugate() {
        return new Quaternion(w, -x, -y, -z);
    }

    /** Rotates (vx, vy, vz) into {@code out}. */
    public void rotate(double vx, double vy, double vz, double[] out) {
        double tx = 2 * (y * vz - z * vy);
        double ty = 2 * (z * vx - x * vz);
        double tz = 2 * (x * vy - y * vx);
        out[0] = vx + w * tx + (y * tz - z * ty);
        out[1] = vy + w * ty + (z * tx - x * tz);
        out[2] = vz + w * tz + (x * ty - y * tx);
    }
}
