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

    private static final int SIDE = 2 * REACH + 1;

    private final LayeredRegion region;
    private final int[] offsets; // cells of a cube, packed, the nearest first
    private final int[] begin; // first of those at a whole distance or more
    private final double[] inward = new double[3];
    private int looked = -1;
    private double atLeast;

    OuterFaces(LayeredRegion region) {
        this.region = region;
        int[] count = new int[3 * REACH * REACH + 2];
        for (int o = 0; o < SIDE * SIDE * SIDE; o++) {
            count[square(o) + 1]++;
        }
        for (int s = 1; s < count.length; s++) {
            count[s] += count[s - 1];
        }
        begin = new int[2 * REACH];
        for (int d = 0; d < begin.length; d++) {
            begin[d] = count[Math.min(d * d, count.length - 1)];
        }
        offsets = new int[SIDE * SIDE * SIDE];
        for (int o = 0; o < offsets.length; o++) {
            offsets[count[square(o)]++] = o;
        }
    }

    private static int along(int offset, int axis) {
        return (axis == 0 ? offset % SIDE : axis == 1 ? offset / SIDE % SIDE : offset / (SIDE * SIDE)) - REACH;
    }

    private static int square(int offset) {
        int x = along(offset, 0);
        int y = along(offset, 1);
        int z = along(offset, 2);
        return x * x + y * y + z * z;
    }

    /** Looks from a voxel into the tissue; the answers about its faces follow from it. */
    void lookFrom(int voxel) {
        int next = region.layer(voxel) == 0 ? 1 : region.layer(voxel) - 1;
        int x = region.index(voxel, 0);
        int y = region.index(voxel, 1);
        int z = region.index(voxel, 2);
        double nearest = Double.MAX_VALUE;
        java.util.Arrays.fill(inward, 0);
        for (int i = begin[(int) bound(voxel, x, y, z)]; i < offsets.length; i++) {
            int dx = along(offsets[i], 0);
            int dy = along(offsets[i], 1);
            int dz = along(offsets[i], 2);
            double d = Math.sqrt((double) dx * dx + dy * dy + dz * dz);
            if (d > nearest + WINDOW) {
                break;
            }
            int other = region.at(x + dx, y + dy, z + dz);
            if (other >= 0 && region.layer(other) == next) {
                nearest = Math.min(nearest, d);
                inward[0] += dx / d;
                inward[1] += dy / d;
                inward[2] += dz / d;
            }
        }
        looked = voxel;
        atLeast = Math.min(nearest, REACH);
    }

    /** The next layer is no nearer than this: its distance from the voxel before, less the way between them. */
    private double bound(int voxel, int x, int y, int z) {
        if (looked < 0 || region.layer(looked) != region.layer(voxel)) {
            return 0;
        }
        double dx = x - region.index(looked, 0);
        double dy = y - region.index(looked, 1);
        double dz = z - region.index(looked, 2);
        return Math.max(0, atLeast - Math.sqrt(dx * dx + dy * dy + dz * dz) - 1e-9);
    }

    /** Whether the face on that side of the voxel looks away from the tissue. */
    boolean looksOut(int axis, int step) {
        double norm = Math.sqrt(inward[0] * inward[0] + inward[1] * inward[1] + inward[2] * inward[2]);
        return norm < 1e-9 || -step * inward[axis] / norm > SLANT;
    }
}
