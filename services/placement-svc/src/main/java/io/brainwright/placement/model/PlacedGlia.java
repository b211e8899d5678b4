package io.brainwright.placement.model;

/** Glia of one kind in one layer of one tile, one entry per cell in every column; ids run on from {@link #firstId}. */
public final class PlacedGlia {
    private final GliaKind kind;
    private final int layer;
    private final long firstId;
    private final float[][] position;
    private final float[] radius_um;
    private final float[] depth_um;
    private final int[] subregion;

    PlacedGlia(GliaKind kind, int layer, long firstId, int size) {
        this.kind = kind;
        this.layer = layer;
        this.firstId = firstId;
        this.position = new float[3][size];
        this.radius_um = new float[size];
        this.depth_um = new float[size];
        this.subregion = new int[size];
    }

    public GliaKind kind() {
        return kind;
    }

    public int layer() {
        return layer;
    }

    public long firstId() {
        return firstId;
    }

    public int size() {
        return radius_um.length;
    }

    /** x (0), y (1) or z (2) in um. */
    public float[] position(int axis) {
        return position[axis];
    }

    /** Radius of the soma. */
    public float[] radius_um() {
        return radius_um;
    }

    public float[] depth_um() {
        return depth_um;
    }

    /** Index of the subregion in the recipe. */
    public int[] subregion() {
        return subregion;
    }
}
