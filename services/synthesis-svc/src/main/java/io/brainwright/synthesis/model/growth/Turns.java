package io.brainwright.synthesis.model.growth;

/** Directions in the cell's frame, +y to the pia; angles in radians. */
final class Turns {
    private Turns() {}

    static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** Unit vector at an angle to +y. */
    static double[] fromAngles(double polar, double azimuth) {
        double s = StrictMath.sin(polar);
        return new double[] {s * StrictMath.cos(azimuth), StrictMath.cos(polar), s * StrictMath.sin(azimuth)};
    }

    /** Unit vector of v's azimuth at an angle to +y. */
    static double[] towards(double[] v, double polar) {
        double flat = Math.max(1e-9, Math.sqrt(v[0] * v[0] + v[2] * v[2]));
        double s = StrictMath.sin(polar) / flat;
        return new double[] {s * v[0], StrictMath.cos(polar), s * v[2]};
    }

    /** v, turned by an angle within the plane that stands at {@code plane} around it. */
    static double[] turned(double[] v, double angle, double plane) {
        double[] a = Math.abs(v[0]) < 0.7 ? cross(v, 1, 0, 0) : cross(v, 0, 0, 1);
        double unit = 1 / norm(a);
        double[] b = cross(v, a[0] * unit, a[1] * unit, a[2] * unit);
        double p = StrictMath.cos(plane) * StrictMath.sin(angle) * unit;
        double q = StrictMath.sin(plane) * StrictMath.sin(angle);
        double c = StrictMath.cos(angle);
        return new double[] {
            c * v[0] + p * a[0] + q * b[0], c * v[1] + p * a[1] + q * b[1], c * v[2] + p * a[2] + q * b[2]
        };
    }

    private static double[] cross(double[] v, double x, double y, double z) {
        return new double[] {v[1] * z - v[2] * y, v[2] * x - v[0] * z, v[0] * y - v[1] * x};
    }
}
