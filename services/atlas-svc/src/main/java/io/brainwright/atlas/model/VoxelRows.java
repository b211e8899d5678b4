package io.brainwright.atlas.model;

import java.util.Arrays;

/** Voxels of a region, one entry per voxel in every column. */
public final class VoxelRows {
    private final Columns columns;

    VoxelRows(Columns columns) {
        this.columns = columns;
    }

    public int size() {
        return columns.size;
    }

    /** Index along x (0), y (1) or z (2). */
    public int[] index(int axis) {
        return Arrays.copyOf(columns.index[axis], columns.size);
    }

    /** Id of the layer of the subregion. */
    public int[] regionId() {
        return Arrays.copyOf(columns.regionId, columns.size);
    }

    /** Layer, 1 at the pia. */
    public byte[] layer() {
        return Arrays.copyOf(columns.layer, columns.size);
    }

    /** Depth of the voxel's centre below the pia. */
    public float[] depth_um() {
        return Arrays.copyOf(columns.depth_um, columns.size);
    }

    /** w (0), x (1), y (2) or z (3) of the rotation that takes +y to the pia-ward axis. */
    public float[] orientation(int part) {
        return Arrays.copyOf(columns.orientation[part], columns.size);
    }

    /** Columns that grow. */
    static final class Columns {
        private int size;
        private final int[][] index = new int[3][1024];
        private int[] regionId = new int[1024];
        private byte[] layer = new byte[1024];
        private float[] depth_um = new float[1024];
        private final float[][] orientation = new float[4][1024];

        /** Starts a row at a voxel. */
        int add(int ix, int iy, int iz) {
            if (size == regionId.length) {
                grow(2 * size);
            }
            index[0][size] = ix;
            index[1][size] = iy;
            index[2][size] = iz;
            return size++;
        }

        void tissue(int row, int leaf, int number, double depth) {
            regionId[row] = leaf;
            layer[row] = (byte) number;
            depth_um[row] = (float) depth;
        }

        void orient(int row, double w, double x, double y, double z) {
            orientation[0][row] = (float) w;
            orientation[1][row] = (float) x;
            orientation[2][row] = (float) y;
            orientation[3][row] = (float) z;
        }

        private void grow(int capacity) {
            for (int i = 0; i < 3; i++) {
                index[i] = Arrays.copyOf(index[i], capacity);
            }
            for (int i = 0; i < 4; i++) {
                orientation[i] = Arrays.copyOf(orientation[i], capacity);
            }
            regionId = Arrays.copyOf(regionId, capacity);
            layer = Arrays.copyOf(layer, capacity);
            depth_um = Arrays.copyOf(depth_um, capacity);
        }
    }
}
