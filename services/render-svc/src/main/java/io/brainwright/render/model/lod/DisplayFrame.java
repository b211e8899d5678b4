package io.brainwright.render.model.lod;

import io.brainwright.neuro.geometry.Quaternion;

/**
 * The frame that pictures are drawn in: the circuit's middle at the origin, +y towards its pia.
 *
 * <pre>{@code p' = q (p - o) q*}</pre>
 *
 * @param turn q, from the atlas's axes to the picture's
 * @param x_um o, mean of the somata
 * @param y_um o
 * @param z_um o
 */
public record DisplayFrame(Quaternion turn, double x_um, double y_um, double z_um) {
    /** Frame of these cells: the mean of their pia-ward axes points up. Four values of orientation (w x y z) per cell. */
    public static DisplayFrame of(float[] x, float[] y, float[] z, Quaternion[] orientations) {
        var axis = new double[3];
        var sum = new double[6];
        for (int i = 0; i < x.length; i++) {
            orientations[i].rotate(0, 1, 0, axis);
            for (int k = 0; k < 3; k++) {
                sum[k] += axis[k];
            }
            sum[3] += x[i];
            sum[4] += y[i];
            sum[5] += z[i];
        }
        double n = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        var turn = n < 1e-9
                ? Quaternion.IDENTITY
                : Quaternion.yTo(sum[0] / n, sum[1] / n, sum[2] / n).conjugate();
        int cells = Math.max(1, x.length);
        return new DisplayFrame(turn, sum[3] / cells, sum[4] / cells, sum[5] / cells);
    }

    /** Moves a point of the atlas, um, into the picture. */
    public void place(double x, double y, double z, double[] out) {
        turn.rotate(x - x_um, y - y_um, z - z_um, out);
    }
}
