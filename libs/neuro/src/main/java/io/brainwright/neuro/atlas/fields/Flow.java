package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;

/** The direction field between voxel centres, and a step along it by the midpoint rule. Places are in um from the box's corner. */
final class Flow {
    private final LayeredRegion region;
    private final Floats direction;
    private final double[] edge_um = new double[3];

    /** Half the shortest edge of a voxel. */
    final double step_um;

    Flow(LayeredRegion region, Floats direction) {
        this.region = region;
        this.direction = direction;
        for (int a = 0; a < 3; a++) {
            edge_um[a] = region.edge_um(a);
        }
        step_um = Math.min(edge_um[0], Math.min(edge_um[1], edge_um[2])) / 2;
    }

    /** Writes the centre of a voxel. */
    void centre(int voxel, double[] at) {
        for (int a = 0; a < 3; a++) {
            at[a] = (region.index(voxel, a) + 0.5) * edge_um[a];
        }
    }

    /**
     * Writes the place one step on.
     *
     * @param sign 1 towards the pia, -1 away from it
     * @param d room for a direction
     * @return false where no voxel of the region is near
     */
    boolean step(double[] at, int sign, double[] d, double[] next) {
        if (!direction(at, d)) {
            return false;
        }
        move(at, d, sign * step_um / 2, next);
        if (direction(next, d)) {
            move(at, d, sign * step_um, next);
        } else {
            move(next, d, sign * step_um / 2, next);
        }
        return true;
    }

    private static void move(double[] from, double[] d, double by, double[] to) {
        for (int a = 0; a < 3; a++) {
            to[a] = from[a] + by * d[a];
        }
    }

    /** Voxel at a place, -1 outside. */
    int voxel(double[] p) {
        return region.at((int) Math.floor(p[0] / edge_um[0]), (int) Math.floor(p[1] / edge_um[1]), (int)
                Math.floor(p[2] / edge_um[2]));
    }

    private boolean direction(double[] p, double[] d) {
        double x = p[0] / edge_um[0] - 0.5;
        double y = p[1] / edge_um[1] - 0.5;
        double z = p[2] / edge_um[2] - 0.5;
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double sx = 0;
        double sy = 0;
        double sz = 0;
        for (int c = 0; c < 8; c++) {
            long v = 3L * region.at(ix + (c & 1), iy + (c >> 1 & 1), iz + (c >> 2));
            if (v >= 0 && !Float.isNaN(direction.at(v))) {
                double w = weight(c, x - ix, y - iy, z - iz);
                sx += w * direction.at(v);
                sy += w * direction.at(v + 1);
                sz += w * direction.at(v + 2);
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

    private static double weight(int corner, double fx, double fy, double fz) {
        return ((corner & 1) == 0 ? 1 - fx : fx)
                * ((corner >> 1 & 1) == 0 ? 1 - fy : fy)
                * (corner >> 2 == 0 ? 1 - fz : fz);
    }

    /** A value between voxel centres, from those of the region; NaN where none is near. */
    double value(Floats values, double[] p) {
        double x = p[0] / edge_um[0] - 0.5;
        double y = p[1] / edge_um[1] - 0.5;
        double z = p[2] / edge_um[2] - 0.5;
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        double sum = 0;
        double weight = 0;
        for (int c = 0; c < 8; c++) {
            int v = region.at(ix + (c & 1), iy + (c >> 1 & 1), iz + (c >> 2));
            if (v >= 0) {
                double w = weight(c, x - ix, y - iy, z - iz);
                sum += w * values.at(v);
                weight += w;
            }
        }
        return weight < 1e-9 ? Double.NaN : sum / weight;
    }
}
