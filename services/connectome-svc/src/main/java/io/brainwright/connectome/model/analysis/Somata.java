package io.brainwright.connectome.model.analysis;

/** Where the somata of a graph's cells lie, um. */
public final class Somata {
    private final float[] x;
    private final float[] y;
    private final float[] z;

    /** The arrays belong to this object once handed over. */
    public Somata(float[] x, float[] y, float[] z) {
        assert x.length == y.length && y.length == z.length : "three coordinates a cell";
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /** Square of the straight distance of two somata, um2. */
    public double squared_um2(int a, int b) {
        double dx = (double) x[a] - x[b];
        double dy = (double) y[a] - y[b];
        double dz = (double) z[a] - z[b];
        return dx * dx + dy * dy + dz * dz;
    }

    /** Those of some cells, in the order given. */
    public Somata of(int[] members) {
        float[][] kept = new float[3][members.length];
        for (int m = 0; m < members.length; m++) {
            kept[0][m] = x[members[m]];
            kept[1][m] = y[members[m]];
            kept[2][m] = z[members[m]];
        }
        return new Somata(kept[0], kept[1], kept[2]);
    }
}
