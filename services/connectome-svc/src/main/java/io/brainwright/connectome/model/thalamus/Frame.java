package io.brainwright.connectome.model.thalamus;

/** Three unit vectors at right angles: the flat map's u, the pia-ward axis of its middle, and v. */
public final class Frame {
    private final double[][] axes;

    private Frame(double[][] axes) {
        this.axes = axes;
    }

    /** About a pia-ward direction; u lies in the plane of it and +x. */
    public static Frame about(double x, double y, double z) {
        double norm = Math.sqrt(x * x + y * y + z * z);
        double[] up = {x / norm, y / norm, z / norm};
        double[] u = {1 - up[0] * up[0], -up[0] * up[1], -up[0] * up[2]};
        double length = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
        for (int i = 0; i < 3; i++) {
            u[i] /= length;
        }
        double[] v = {u[1] * up[2] - u[2] * up[1], u[2] * up[0] - u[0] * up[2], u[0] * up[1] - u[1] * up[0]};
        return new Frame(new double[][] {u, up, v});
    }

    double along(double[] d, int axis) {
        return d[0] * axes[axis][0] + d[1] * axes[axis][1] + d[2] * axes[axis][2];
    }

    void back(double u, double up, double v, double length, double[] out) {
        for (int i = 0; i < 3; i++) {
            out[i] = length * (u * axes[0][i] + up * axes[1][i] + v * axes[2][i]);
        }
    }
}
