package io.brainwright.studio.web.atlas;

import io.brainwright.fabric.table.Batch;

/**
 * The voxels of one atlas, ordered along each axis once, so that a slice touches its own voxels only.
 *
 * <p>Voxel {@code order[axis][k]} lies in slice s where {@code first[axis][s] <= k < first[axis][s + 1]}.
 */
final class AtlasVoxels {
    private static final String AXES = "xyz";

    private final Batch grid;
    private final int[][] voxel = new int[3][];
    private final int[][] order = new int[3][];
    private final int[][] first = new int[3][];
    private final byte[] layer;
    private final float[] depth_um;

    AtlasVoxels(Batch grid, Batch voxels) {
        this.grid = grid;
        this.layer = voxels.bytes("layer");
        this.depth_um = voxels.floats("depth_um");
        for (int axis = 0; axis < 3; axis++) {
            voxel[axis] = voxels.ints("voxel_" + AXES.charAt(axis));
        }
        for (int axis = 0; axis < 3; axis++) {
            sort(axis);
        }
    }

    private void sort(int axis) {
        var start = new int[slices(axis) + 1];
        for (int v : voxel[axis]) {
            start[v + 1]++;
        }
        for (int s = 0; s < start.length - 1; s++) {
            start[s + 1] += start[s];
        }
        var next = start.clone();
        var sorted = new int[layer.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[next[voxel[axis][i]]++] = i;
        }
        first[axis] = start;
        order[axis] = sorted;
    }

    /** Number of slices along an axis. */
    int slices(int axis) {
        return grid.ints("shape_" + AXES.charAt(axis))[0];
    }

    double voxel_um() {
        return grid.doubles("voxel_um")[0];
    }

    double origin_um(int axis) {
        return grid.doubles("origin_" + AXES.charAt(axis))[0];
    }

    /** Writes layer and depth of a slice's voxels to their places, row by row along {@code v}. */
    void slice(int axis, int at, int u, int v, int[] layers, float[] depths_um) {
        int width = slices(u);
        for (int k = first[axis][at]; k < first[axis][at + 1]; k++) {
            int i = order[axis][k];
            int place = voxel[v][i] * width + voxel[u][i];
            layers[place] = layer[i];
            depths_um[place] = depth_um[i];
        }
    }
}
