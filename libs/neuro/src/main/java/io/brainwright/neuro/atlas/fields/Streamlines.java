package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Follows the direction field from every voxel to the pia and to the lower face: midpoint rule, half-voxel steps, directions
 * interpolated between voxel centres. A crossing of a boundary is found by bisection of the step.
 */
final class Streamlines {
    private static final int BISECTIONS = 12; // a step of half a voxel down to 1e-4 of a voxel
    private static final int ASTRAY = 4; // chosen: steps outside the region before a line counts as lost

    private static final int LIMIT = 20_000; // steps: 10,000 voxels

    private final LayeredRegion region;
    private final Flow flow;
    private final int layers;
    private final byte[] bad;
    final Floats up_um;
    final Floats down_um;
    final Floats boundary_um; // depth of each layer's lower boundary along the streamline, layers - 1 per voxel

    Streamlines(LayeredRegion region, Flow flow, byte[] bad) {
        this.region = region;
        this.flow = flow;
        this.bad = bad;
        this.layers = region.lowestLayer() + 1;
        up_um = region.scratch().floats(region.size());
        down_um = region.scratch().floats(region.size());
        boundary_um = region.scratch().floats((long) region.size() * (layers - 1));
        boundary_um.fill(Float.NaN);
    }

    void trace() {
        IntStream.range(0, region.size()).parallel().forEach(v -> {
            if (bad[v] == 0) {
                double[] crossing = new double[layers - 1];
                Arrays.fill(crossing, Double.NaN);
                up_um.set(v, follow(v, 1, crossing));
                double depth = up_um.at(v);
                long row = (long) v * (layers - 1);
                for (int k = 0; k < layers - 1; k++) {
                    boundary_um.set(row + k, depth - crossing[k]);
                }
                Arrays.fill(crossing, Double.NaN);
                down_um.set(v, follow(v, -1, crossing));
                for (int k = 0; k < layers - 1; k++) {
                    if (!Double.isNaN(crossing[k])) {
                        boundary_um.set(row + k, depth + crossing[k]);
                    }
                }
            }
        });
    }

    /** Length of the line from a voxel's centre, um; NaN, and the voxel is bad, where it never arrives. */
    private double follow(int v, int sign, double[] crossing) {
        double[] at = new double[3];
        double[] d = new double[3];
        double[] next = new double[3];
        flow.centre(v, at);
        int inside = v;
        int astray = 0;
        int goal = sign > 0 ? 0 : layers - 1;
        for (int n = 0; n < LIMIT; n++) {
            if (!flow.step(at, sign, d, next)) {
                break;
            }
            int there = flow.voxel(next);
            double path = n * flow.step_um;
            if (there < 0) {
                if (astray == 0 && region.layer(inside) == goal) {
                    return path + flow.step_um * fraction(at, next, inside, true);
                }
                if (++astray > ASTRAY) {
                    break;
                }
            } else {
                astray = 0;
                if (region.layer(there) != region.layer(inside)) {
                    cross(
                            v,
                            sign,
                            region.layer(inside),
                            region.layer(there),
                            crossing,
                            path + flow.step_um * fraction(at, next, inside, false));
                }
                inside = there;
            }
            System.arraycopy(next, 0, at, 0, 3);
        }
        bad[v] |= sign > 0 ? BadVoxels.NO_PIA : BadVoxels.NO_BOTTOM;
        return Double.NaN;
    }

    private void cross(int v, int sign, int from, int to, double[] crossing, double path) {
        if ((to - from) * sign > 0) {
            bad[v] |= BadVoxels.LAYERS_OUT_OF_ORDER;
        }
        for (int k = Math.min(from, to); k < Math.max(from, to); k++) {
            crossing[k] = path;
        }
    }

    /** Share of a step after which the line leaves the region, or the layer of the voxel it was in. */
    private double fraction(double[] from, double[] to, int inside, boolean ofRegion) {
        double low = 0;
        double high = 1;
        double[] p = new double[3];
        for (int i = 0; i < BISECTIONS; i++) {
            double mid = (low + high) / 2;
            for (int a = 0; a < 3; a++) {
                p[a] = from[a] + mid * (to[a] - from[a]);
            }
            int there = flow.voxel(p);
            boolean still = ofRegion ? there >= 0 : there >= 0 && region.layer(there) == region.layer(inside);
            if (still) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }
}
