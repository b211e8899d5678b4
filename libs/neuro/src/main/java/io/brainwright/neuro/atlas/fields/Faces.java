package io.brainwright.neuro.atlas.fields;

/** What lies behind each of the six sides of every voxel: the region, a side wall, the pia or the lower face; two bits a side. */
final class Faces {
    static final int INSIDE = 0;
    static final int SIDE = 1;
    static final int PIA = 2;
    static final int BOTTOM = 3;

    private final short[] kinds;

    Faces(LayeredRegion region) {
        kinds = new short[region.size()];
        int lowest = region.lowestLayer();
        var outer = new OuterFaces(region);
        for (int v = 0; v < kinds.length; v++) {
            boolean mayBeOuter = region.layer(v) == 0 || region.layer(v) == lowest;
            boolean looked = false;
            int kind = 0;
            for (int f = 0; f < 6; f++) {
                if (region.neighbour(v, f) < 0) {
                    if (mayBeOuter && !looked) {
                        outer.lookFrom(v);
                        looked = true;
                    }
                    kind |= (mayBeOuter ? kind(region, outer, v, f) : SIDE) << 2 * f;
                }
            }
            kinds[v] = (short) kind;
        }
    }

    private static int kind(LayeredRegion region, OuterFaces outer, int v, int f) {
        int step = (f & 1) == 0 ? -1 : 1;
        if (region.isVolumeEdge(v, f >> 1, step) || !outer.looksOut(f >> 1, step)) {
            return SIDE;
        }
        return region.layer(v) == 0 ? PIA : BOTTOM;
    }

    /** What lies behind a side: -x, +x, -y, +y, -z, +z. */
    int of(int voxel, int side) {
        return kinds[voxel] >> 2 * side & 3;
    }

    /** Whether all six sides are inside. */
    boolean isInner(int voxel) {
        return kinds[voxel] == 0;
    }

    /** Whether a side of the voxel is of that kind. */
    boolean any(int voxel, int kind) {
        for (int f = 0; f < 6; f++) {
            if (of(voxel, f) == kind) {
                return true;
            }
        }
        return false;
    }
}
