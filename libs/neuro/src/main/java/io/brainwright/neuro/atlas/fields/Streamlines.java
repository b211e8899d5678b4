package io.brainwright.neuro.atlas.fields;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Follows the direction field from every voxel to the pia and to the lower face: midpoint rule, half-voxel steps, directions
 * interpolated between voxel centres. A crossing of a boundary is found by bisection of the step.
 */
final class Streamlines {
    private static final int BISECTIONS = 12; // a step of half a voxel down to 1e-4 of a voxel
    private static final int ASTRAY = 4; // chosen: steps outside the region before a line counts as lost

    private final LayeredRegion region;
    private final float[] direction;
    private final int layers;
    private final double step_um;
    private final int limit;
    final float[] up_um;
    final float[] down_um;
    final float[] boundary_um; // depth of each layer's lower boundary along the streamline, layers - 1 per voxel
    final byte[] bad;

    Streamlines(LayeredRegion region, float[] direction, byte[] bad) {
        this.region = region;
        this.direction = direction;
        this.bad = bad;
        this.layers = region.lowestLayer() + 1;
        double edge = Math.min(region.edge_um(0), Math.min(region.edge_um(1), region.edge_um(2)));
        this.step_um = edge / 2;
        this.limit = 20_000;
        up_um = new float[region.size()];
        down_um = new float[region.size()];
        boundary_um = new float[region.size() * (layers - 1)];
        Arrays.fill(boundary_um, Float.NaN);
    }

    void trace() {
        IntStream.range(0, region.size()).parallel().forEach(v -> {
            if (bad[v] == 0) {
                double[] crossing = new double[layers - 1];
                Arrays.fill(crossing, Double.NaN);
                up_um[v] = (float) follow(v, 1, crossing);
                double depth = up_um[v];
                for (int k = 0; k < layers - 1; k++) {
                    boundary_um[v * (layers - 1) + k] = (float) (depth - crossing[k]);
                }
                Arrays.fill(crossing, Double.NaN);
                down_um[v] = (float) follow(v, -1, crossing);
                for (int k = 0; k < layers - 1; k++) {
                    if (!Double.isNaN(crossing[k])) {
                        boundary_um[v * (layers - 1) + k] = (float) (depth + crossing[k]);
                    }
                }
            }
        });
    }

    /** Length of the line from a voxel's centre, um; NaN, and the voxel is bad, where it never arrives. */
    private double follow(int v, int sign, double[] crossing) {
        double[] at = new double[3];
        for (int a = 0; a < 3; a++) {
            at[a] = (region.index(v, a) + 0.5) * region.edge_um(a);
        }
        double[] d = new double[3];
        double[] next = new double[3];
        int inside = v;
        int astray = 0;
        int goal = sign > 0 ? 0 : layers - 1;
        for (int n = 0; n < limit; n++) {
            if (!interpolate(at, d)) {
                break;
            }
            move(at, d, sign * step_um / 2, next);
            if (interpolate(next, d)) {
                move(at, d, sign * step_um, next);
            } else {
                move(next, d, sign * step_um / 2, next);
            }
            int there = voxel(next);
            double path = n * step_um;
            if (there < 0) {
                if (astray == 0 && region.layer(inside) == goal) {
                    return path + step_um * fraction(at, next, inside, true);
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
                            path + step_um * fraction(at, next, inside, false));
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
            int there = voxel(p);
            boolean still = ofRegion ? there >= 0 : there >= 0 && region.layer(there) == region.layer(inside);
            if (still) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return (low + high) / 2;
    }

    private int voxel(double[] p) {
        return region.at((int) Math.floor(p[0] / region.edge_um(0)), (int) Math.floor(p[1] / region.edge_um(1)), (int)
                Math.floor(p[2] / region.edge_um(2)));
    }

    private static void move(double[] from, double[] d, double by, double[] to) {
        for (int a = 0; a < 3; a++) {
            to[a] = from[a] + by * d[a];
        }
    }

    /** Direction between voxel centres; false where no voxel of the region is near. */
    private boolean interpolate(double[] p, double[] d) {
        double x = p[0] / region.edge_um(0) - 0.5;
        double y = p[1] / region.edge_um(1) - 0.5;
        double z = p[2] / region.edge_um(2) - 0.5;
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double sx = 0;
        double sy = 0;
        double sz = 0;
        for (int c = 0; c < 8; c++) {
            int cx = c & 1;
            int cy = c >> 1 & 1;
            int cz = c >> 2;
            int v = region.at(ix + cx, iy + cy, iz + cz);
            if (v >= 0 && !Float.isNaN(direction[3 * v])) {
                double w = (cx == 0 ? 1 - x + ix : x - ix)
                        * (cy == 0 ? 1 - y + iy : y - iy)
                        * (cz == 0 ? 1 - z + iz : z - iz);
                sx += w * direction[3 * v];
                sy += w * direction[3 * v + 1];
                sz += w * direction[3 * v + 2];
            }
        }
        double norm = Math.sqrt(sx * sx + sy * sy + sz * sz);
        if (norm < 1e-9) {
            return false;
        }
        d[0] = sx / norm;
        d[1] = sy / norm;
        d[2] = sz / norm;
        return true;
    }
}
