package io.brainwright.placement.model;

/** Cells of one layer of one tile, one entry per cell in every column; ids run on from {@link #firstId}. */
public final class PlacedCells {
    private final long firstId;
    private final int layer;
    private final float[][] position;
    private final float[][] orientation;
    private final float[] depth_um;
    private final int[] subregion;
    private final int[] mtype;
    private final String[] etype;

    PlacedCells(long firstId, int layer, int size) {
        this.firstId = firstId;
        this.layer = layer;
        this.position = new float[3][size];
        this.orientation = new float[4][size];
        this.depth_um = new float[size];
        this.subregion = new int[size];
        this.mtype = new int[size];
        this.etype = new String[size];
    }

    public long firstId() {
        return firstId;
    }

    public int layer() {
        return layer;
    }

    public int size() {
        return depth_um.length;
    }

    /** x (0), y (1) or z (2) in um. */
    public float[] position(int axis) {
        return position[axis];
    }

    /** w (0), x (1), y (2) or z (3). */
    public float[] orientation(int part) {
        return orientation[part];
    }

    public float[] depth_um() {
        return depth_um;
    }

    /** Index of the subregion in the recipe. */
    public int[] subregion() {
        return subregion;
    }

    /** Index in {@link Placement#mtypes()}. */
    public int[] mtype() {
        return mtype;
    }

    public String[] etype() {
        return etype;
    }
}
