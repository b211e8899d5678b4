package io.brainwright.connectome.model.edit;

/** Where cells lie, as models of connection chance see it. */
public final class CellPlaces {
    private final float[] x_um;
    private final float[] y_um;
    private final float[] z_um;
    private final float[] depth_um;

    /**
     * The arrays belong to this object once handed over.
     *
     * @param x_um somata, one value per cell
     * @param depth_um depth of the soma below the pia; empty where it is not known
     */
    public CellPlaces(float[] x_um, float[] y_um, float[] z_um, float[] depth_um) {
        assert x_um.length == y_um.length && y_um.length == z_um.length : "three coordinates a cell";
        assert depth_um.length == 0 || depth_um.length == x_um.length : "a depth for each cell or for none";
        this.x_um = x_um;
        this.y_um = y_um;
        this.z_um = z_um;
        this.depth_um = depth_um;
    }

    /** Straight distance of two somata. */
    public double distance_um(int a, int b) {
        return fromSoma_um(a, x_um[b], y_um[b], z_um[b]);
    }

    /** Straight distance from a soma to a point. */
    public double fromSoma_um(int cell, double x, double y, double z) {
        double dx = x - x_um[cell];
        double dy = y - y_um[cell];
        double dz = z - z_um[cell];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Depth of a soma below the pia. */
    public double depth_um(int cell) {
        return depth_um[cell];
    }

    /** Part of the straight distance of two somata that does not lead up or down: {@code sqrt(d^2 - (depth difference)^2)}. */
    public double horizontal_um(int a, int b) {
        double d = distance_um(a, b);
        double along = depth_um(a) - depth_um(b);
        return Math.sqrt(Math.max(0, d * d - along * along));
    }
}
