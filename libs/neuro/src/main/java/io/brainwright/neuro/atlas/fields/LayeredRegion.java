package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.nrrd.NrrdHeader;

/**
 * The voxels of a region, numbered in the order of the volume (x fastest), each with its layer.
 *
 * <p>Cells of the lattice that are not of the region have the number -1. Lengths are in um.
 */
public final class LayeredRegion {
    private final NrrdHeader header;
    private final int[] low;
    private final int[] size;
    private final int[] number;
    private final int[] cell;
    private final byte[] layer;

    /**
     * @param header the annotation's
     * @param low first voxel of the bounding box, one voxel of margin included where the volume has it
     * @param size voxels of the box along each axis
     * @param cell position in the box of each voxel, rising
     * @param layer rank of each voxel, 0 the uppermost
     */
    LayeredRegion(NrrdHeader header, int[] low, int[] size, int[] cell, byte[] layer) {
        this.header = header;
        this.low = low;
        this.size = size;
        this.cell = cell;
        this.layer = layer;
        this.number = new int[Math.multiplyExact(Math.multiplyExact(size[0], size[1]), size[2])];
        java.util.Arrays.fill(number, -1);
        for (int v = 0; v < cell.length; v++) {
            number[cell[v]] = v;
        }
    }

    public int size() {
        return cell.length;
    }

    /** Rank of a voxel's layer, 0 the uppermost. */
    public int layer(int voxel) {
        return layer[voxel];
    }

    int lowestLayer() {
        int lowest = 0;
        for (byte l : layer) {
            lowest = Math.max(lowest, l);
        }
        return lowest;
    }

    double edge_um(int axis) {
        return header.spacing_um()[axis];
    }

    /** Index within the box along an axis. */
    int index(int voxel, int axis) {
        int c = cell[voxel];
        return switch (axis) {
            case 0 -> c % size[0];
            case 1 -> c / size[0] % size[1];
            default -> c / (size[0] * size[1]);
        };
    }

    /** Number of the voxel at a place of the box, -1 where the region has none or the box ends. */
    int at(int ix, int iy, int iz) {
        if (ix < 0 || iy < 0 || iz < 0 || ix >= size[0] || iy >= size[1] || iz >= size[2]) {
            return -1;
        }
        return number[ix + size[0] * (iy + size[1] * iz)];
    }

    /** Neighbour along an axis, -1 where the region ends. */
    int neighbour(int voxel, int axis, int step) {
        int ix = index(voxel, 0) + (axis == 0 ? step : 0);
        int iy = index(voxel, 1) + (axis == 1 ? step : 0);
        int iz = index(voxel, 2) + (axis == 2 ? step : 0);
        return at(ix, iy, iz);
    }

    /** Whether the annotated volume itself ends on that side of a voxel. */
    boolean isVolumeEdge(int voxel, int axis, int step) {
        int i = low[axis] + index(voxel, axis) + step;
        return i < 0 || i >= header.sizes()[axis];
    }

    /** Voxel of the whole volume along an axis. */
    public int volumeIndex(int voxel, int axis) {
        return low[axis] + index(voxel, axis);
    }

    public NrrdHeader header() {
        return header;
    }
}
