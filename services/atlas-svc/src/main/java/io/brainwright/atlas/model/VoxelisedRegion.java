package io.brainwright.atlas.model;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.atlas.VoxelGrid;
import io.brainwright.neuro.geometry.Quaternion;

/**
 * A region cut into voxels. A voxel belongs to the region, and to the layer, that its centre lies in; its depth and its
 * direction are those of the centre.
 */
public final class VoxelisedRegion {
    private static final double UM3_PER_MM3 = 1e9;

    private final SheetRegion region;
    private final VoxelGrid grid;

    /**
     * @param region what to cut
     * @param edge_um edge of a voxel
     */
    public VoxelisedRegion(SheetRegion region, double edge_um) {
        this.region = region;
        var low = new double[3];
        var high = new double[3];
        region.bounds(low, high);
        this.grid = VoxelGrid.around(edge_um, low, high);
    }

    public SheetRegion region() {
        return region;
    }

    public VoxelGrid grid() {
        return grid;
    }

    /** How many voxels the region is expected to fill. */
    public long expectedVoxels() {
        return Math.round(region.volume_mm3() * UM3_PER_MM3 / grid.voxelVolume_um3());
    }

    /**
     * The voxels of a slab, by x, then y, then z.
     *
     * @param firstX first index along x
     * @param endX one past the last
     */
    public VoxelRows slab(int firstX, int endX) {
        var rows = new VoxelRows.Columns();
        var direction = new double[3];
        for (int ix = firstX; ix < endX; ix++) {
            for (int iy = 0; iy < grid.ny(); iy++) {
                for (int iz = 0; iz < grid.nz(); iz++) {
                    add(ix, iy, iz, direction, rows);
                }
            }
        }
        return new VoxelRows(rows);
    }

    private void add(int ix, int iy, int iz, double[] direction, VoxelRows.Columns rows) {
        double x = grid.centreX_um(ix);
        double y = grid.centreY_um(iy);
        double z = grid.centreZ_um(iz);
        if (!region.contains(x, y, z)) {
            return;
        }
        var sheet = region.sheet();
        double depth_um = sheet.depth_um(x, y, z);
        int layer = sheet.layerAt(depth_um);
        int row = rows.add(ix, iy, iz);
        rows.tissue(row, sheet.leafId(sheet.subregionAt(x, y, z), layer), layer, depth_um);
        sheet.direction(x, y, z, direction);
        var q = Quaternion.yTo(direction[0], direction[1], direction[2]);
        rows.orient(row, q.w(), q.x(), q.y(), q.z());
    }
}
