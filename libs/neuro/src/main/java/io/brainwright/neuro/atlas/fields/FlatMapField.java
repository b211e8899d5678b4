package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import io.brainwright.neuro.atlas.flatmap.FlatSurface;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A flat place (u, v) in um for every voxel, the same all along its streamline: where the streamline meets the surface of potential
 * 1/2, laid flat.
 */
final class FlatMapField {
    private static final int LIMIT = 20_000; // steps: 10,000 voxels
    private static final int ASTRAY = 4; // chosen: steps outside the region before a line counts as lost
    private static final double LEVEL = 0.5;

    private final LayeredRegion region;
    private final Flow flow;
    private final Floats potential;
    private final FlatSurface flat;
    private final int stride;
    private final Floats uv;

    /** Marks voxels without a place of their own in {@code bad}; they have a neighbour's. */
    FlatMapField(LayeredRegion region, Flow flow, Floats potential, BitSet apart, byte[] bad) {
        this.region = region;
        this.flow = flow;
        this.potential = potential;
        var surface = new MidSurface(region, potential, apart);
        stride = surface.stride();
        flat = new FlatSurface(surface.points_um(), surface.triangles());
        uv = region.scratch().floats(2L * region.size());
        var places = new SurfacePlaces(region, surface, flat);
        double[] edge_um = {region.edge_um(0), region.edge_um(1), region.edge_um(2)};
        IntStream.range(0, region.size()).parallel().forEach(v -> {
            double[] at = new double[3];
            double[] place = {Double.NaN, Double.NaN};
            boolean found = !apart.get(v)
                    && (bad[v] & BadVoxels.NO_DIRECTION) == 0
                    && follow(v, at)
                    && places.find(at, edge_um, new SurfacePlaces.Search(), place);
            bad[v] |= found ? 0 : BadVoxels.NO_PLACE;
            uv.set(2L * v, place[0]);
            uv.set(2L * v + 1, place[1]);
        });
        Neighbours.copy(region, uv, 2);
    }

    /** Writes where the streamline of a voxel has the potential 1/2; false if it leaves the region before. */
    private boolean follow(int v, double[] at) {
        flow.centre(v, at);
        double here = potential.at(v);
        if (here == LEVEL) {
            return true;
        }
        int sign = here < LEVEL ? 1 : -1;
        double[] d = new double[3];
        double[] next = new double[3];
        int astray = 0;
        for (int n = 0; n < LIMIT && astray <= ASTRAY; n++) {
            if (!flow.step(at, sign, d, next)) {
                return false;
            }
            double there = flow.value(potential, next);
            if ((there - LEVEL) * sign >= 0) {
                double share = (LEVEL - here) / (there - here);
                for (int a = 0; a < 3; a++) {
                    at[a] += share * (next[a] - at[a]);
                }
                return true;
            }
            astray = flow.voxel(next) < 0 ? astray + 1 : 0;
            here = Double.isNaN(there) ? here : there;
            System.arraycopy(next, 0, at, 0, 3);
        }
        return false;
    }

    /** Component 0 (u) or 1 (v) of a voxel's place; NaN where nothing has one. */
    float place_um(int voxel, int axis) {
        return uv.at(2L * voxel + axis);
    }

    FlatMapReport report() {
        double[] extent = new double[2];
        Arrays.fill(extent, Double.NEGATIVE_INFINITY);
        for (int v = 0; v < region.size(); v++) {
            for (int a = 0; a < 2; a++) {
                extent[a] = Math.max(extent[a], Double.isNaN(place_um(v, a)) ? extent[a] : place_um(v, a));
            }
        }
        return new FlatMapReport(flat.patches(), flat.leftOut(), flat.opened(), stride, extent);
    }
}
