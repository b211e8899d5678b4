package io.brainwright.neuro.atlas;

/**
 * A lattice of cubes: Z³ with a transform to the world.
 *
 * @param edge_um edge of a voxel
 * @param originX_um lower corner of voxel (0, 0, 0)
 * @param originY_um lower corner of voxel (0, 0, 0)
 * @param originZ_um lower corner of voxel (0, 0, 0)
 * @param nx voxels along x
 * @param ny voxels along y
 * @param nz voxels along z
 */
public record VoxelGrid(
        double edge_um, double originX_um, double originY_um, double originZ_um, int nx, int ny, int nz) {
    /**
     * The lattice of all voxels that touch a box. Its corners are multiples of the edge, so that the lattices of two regions
     * with one edge lie on each other.
     *
     * @param low lower corner of the box (x, y, z) in um
     * @param high upper corner
     */
    public static VoxelGrid around(double edge_um, double[] low, double[] high) {
        assert edge_um > 0 : "edge_um=" + edge_um;
        var first = new double[3];
        var n = new int[3];
        for (int i = 0; i < 3; i++) {
            first[i] = Math.floor(low[i] / edge_um);
            n[i] = Math.toIntExact((long) (Math.ceil(high[i] / edge_um) - first[i]));
        }
        return new VoxelGrid(edge_um, first[0] * edge_um, first[1] * edge_um, first[2] * edge_um, n[0], n[1], n[2]);
    }

    /** Centre of voxels with this index along x. */
    public double centreX_um(int ix) {
        return originX_um + (ix + 0.5) * edge_um;
    }

    /** Centre of voxels with this index along y. */
    public double centreY_um(int iy) {
        return originY_um + (iy + 0.5) * edge_um;
    }

    /** Centre of voxels with this index along z. */
    public double centreZ_um(int iz) {
        return originZ_um + (iz + 0.5) * edge_um;
    }

    /** Number of voxels. */
    public long size() {
        return (long) nx * ny * nz;
    }

    /** Volume of one voxel. */
    public double voxelVolume_um3() {
        return edge_um * edge_um * edge_um;
    }
}
