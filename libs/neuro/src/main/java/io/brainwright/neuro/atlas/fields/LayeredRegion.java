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
    private final Bricks bricks;
    private final Scratch scratch;
    private final Scratch.Ints cell; // position in the box
    private final byte[] layer;

    /**
     * @param header the annotation's
     * @param low first voxel of the bounding box, one voxel of margin included where the volume has it
     * @param bricks which cells of the box are voxels of the region
     * @param layer rank of each voxel, 0 the uppermost
     * @param scratch where columns of numbers live
     */
    LayeredRegion(NrrdHeader header, int[] low, Bricks bricks, byte[] layer, Scratch scratch) {
        this.header = header;
        this.low = low;
        this.bricks = bricks;
        this.layer = layer;
        this.scratch = scratch;
        this.cell = scratch.ints(layer.length);
        bricks.forEach((v, x, y, z) -> cell.set(v, x + bricks.size(0) * (y + bricks.size(1) * z)));
    }

    public int size() {
        return layer.length;
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
        int c = cell.at(voxel);
        return switch (axis) {
            case 0 -> c % bricks.size(0);
            case 1 -> c / bricks.size(0) % bricks.size(1);
            default -> c / (bricks.size(0) * bricks.size(1));
        };
    }

    /** Number of the voxel at a place of the box, -1 where the region has none or the box ends. */
    int at(int ix, int iy, int iz) {
        return bricks.at(ix, iy, iz);
    }

    /** Number of the voxel at a place of the whole volume, -1 where the region has none. */
    public int voxel(int x, int y, int z) {
        return bricks.at(x - low[0], y - low[1], z - low[2]);
    }

    /** Neighbour on a side: -x, +x, -y, +y, -z, +z; -1 where the region ends. */
    int neighbour(int voxel, int side) {
        int step = (side & 1) == 0 ? -1 : 1;
        int c = cell.at(voxel);
        int x = c % bricks.size(0);
        int rest = c / bricks.size(0);
        int y = rest % bricks.size(1);
        int z = rest / bricks.size(1);
        return switch (side >> 1) {
            case 0 -> bricks.at(x + step, y, z);
            case 1 -> bricks.at(x, y + step, z);
            default -> bricks.at(x, y, z + step);
        };
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

    /** First voxel of the box in the whole volume. */
    int low(int axis) {
        return low[axis];
    }

    Bricks bricks() {
        return bricks;
    }

    Scratch scratch() {
        return scratch;
    }

    public NrrdHeader header() {
        return header;
    }
}
