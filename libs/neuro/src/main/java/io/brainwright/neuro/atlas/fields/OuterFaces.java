package io.brainwright.neuro.atlas.fields;

/**
 * Tells an open face of the uppermost or lowest layer that lies on the pia (or the white matter) from one that is a side wall, where
 * the region was cut.
 *
 * <p>From a voxel of the uppermost layer the way into the tissue is the mean offset u to the nearest voxels of the next layer. A face
 * with the outward normal e lies on the pia if e·(-u)/|u| &gt; 0.35: a side wall stands at 0, a staircase that rises by 45 degrees has
 * 0.7.
 */
final class OuterFaces {
    private static final double SLANT = 0.35; // chosen: see above
    private static final double WINDOW = 0.5; // chosen: voxels beyond the nearest that count
    private static final int REACH = 40; // chosen: voxels; 1 mm at 25 um

    private final LayeredRegion region;
    private final double[] inward = new double[3];

    OuterFaces(LayeredRegion region) {
        this.region = region;
    }

    /** Looks from a voxel into the tissue; the answers about its faces follow from it. */
    void lookFrom(int voxel) {
        int next = region.layer(voxel) == 0 ? 1 : region.layer(voxel) - 1;
        double nearest = Double.MAX_VALUE;
        for (int reach = 1; reach <= REACH && nearest == Double.MAX_VALUE; reach++) {
            nearest = shell(voxel, next, reach, nearest, false);
        }
        inward[0] = 0;
        inward[1] = 0;
        inward[2] = 0;
        if (nearest < Double.MAX_VALUE) {
            int all = (int) Math.ceil(nearest + WINDOW);
            double least = shell(voxel, next, all, nearest, false);
            shell(voxel, next, all, least, true);
        }
    }

    /** Least distance to the next layer within a cube, in voxels; adds up the offsets where asked. */
    private double shell(int voxel, int next, int reach, double nearest, boolean add) {
        int x = region.index(voxel, 0);
        int y = region.index(voxel, 1);
        int z = region.index(voxel, 2);
        double least = nearest;
        for (int dz = -reach; dz <= reach; dz++) {
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    int other = region.at(x + dx, y + dy, z + dz);
                    if (other >= 0 && region.layer(other) == next) {
                        double d = Math.sqrt((double) dx * dx + dy * dy + dz * dz);
                        if (!add) {
                            least = Math.min(least, d);
                        } else if (d <= nearest + WINDOW) {
                            inward[0] += dx / d;
                            inward[1] += dy / d;
                            inward[2] += dz / d;
                        }
                    }
                }
            }
        }
        return least;
    }

    /** Whether the face on that side of the voxel looks away from the tissue. */
    boolean looksOut(int axis, int step) {
        double norm = Math.sqrt(inward[0] * inward[0] + inward[1] * inward[1] + inward[2] * inward[2]);
        return norm < 1e-9 || -step * inward[axis] / norm > SLANT;
    }
}
