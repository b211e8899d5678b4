package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The pia as discs, one per voxel that has a face on it: at the mean of these faces, square to the direction field, half a voxel in
 * radius.
 *
 * <p>The pia of a volume is a staircase, whose nearest step is always nearer than the surface it stands for. So discs are moved along
 * their normals (never sideways, so that a rim stays where it is) to the mean height of their neighbours, measured along the mean
 * of both normals: on a sphere that is no move at all, so curvature is kept.
 */
final class PiaSurface {
    private static final int SMOOTHINGS = 3; // chosen: levels steps of one voxel

    private final LayeredRegion region;
    private final int[] voxel; // rising
    private final double radius_um;
    private double[] point;
    private final double[] normal;

    /**
     * @param apart voxels whose faces do not count, as they hang together with no lower face
     */
    PiaSurface(LayeredRegion region, Faces faces, Floats direction, BitSet apart) {
        this.region = region;
        int n = 0;
        for (int v = 0; v < region.size(); v++) {
            n += !apart.get(v) && faces.any(v, Faces.PIA) ? 1 : 0;
        }
        voxel = new int[n];
        point = new double[3 * n];
        normal = new double[3 * n];
        radius_um = (region.edge_um(0) + region.edge_um(1) + region.edge_um(2)) / 6;
        for (int v = region.size() - 1; v >= 0; v--) {
            if (!apart.get(v) && faces.any(v, Faces.PIA)) {
                voxel[--n] = v;
                place(faces, direction, n);
            }
        }
        for (int i = 0; i < SMOOTHINGS; i++) {
            smooth();
        }
    }

    private void place(Faces faces, Floats direction, int e) {
        double[] sum = new double[3];
        int n = 0;
        for (int f = 0; f < 6; f++) {
            if (faces.of(voxel[e], f) == Faces.PIA) {
                n++;
                sum[f >> 1] += (f & 1) == 0 ? -0.5 : 0.5;
            }
        }
        for (int a = 0; a < 3; a++) {
            point[3 * e + a] = (region.index(voxel[e], a) + 0.5 + sum[a] / n) * region.edge_um(a);
            normal[3 * e + a] = direction.at(3L * voxel[e] + a);
        }
    }

    private void smooth() {
        double[] old = point;
        point = old.clone();
        for (int e = 0; e < voxel.length; e++) {
            double height = 0;
            int n = 0;
            for (int c = 0; c < 27; c++) {
                int other = region.at(
                        region.index(voxel[e], 0) + c % 3 - 1,
                        region.index(voxel[e], 1) + c / 3 % 3 - 1,
                        region.index(voxel[e], 2) + c / 9 - 1);
                int o = other < 0 ? -1 : Arrays.binarySearch(voxel, other);
                if (o >= 0) {
                    n++;
                    for (int a = 0; a < 3; a++) {
                        height += (old[3 * o + a] - old[3 * e + a]) * (normal[3 * e + a] + normal[3 * o + a]) / 2;
                    }
                }
            }
            for (int a = 0; a < 3; a++) {
                point[3 * e + a] += height / n * normal[3 * e + a];
            }
        }
    }

    /** Discs. */
    int size() {
        return voxel.length;
    }

    /** Voxel of a disc. */
    int voxel(int disc) {
        return voxel[disc];
    }

    /** Straight distance of a place from a disc; never negative. */
    double distance_um(int disc, double x_um, double y_um, double z_um) {
        double dx = x_um - point[3 * disc];
        double dy = y_um - point[3 * disc + 1];
        double dz = z_um - point[3 * disc + 2];
        double over = above_um(disc, x_um, y_um, z_um);
        double beside = Math.sqrt(Math.max(0, dx * dx + dy * dy + dz * dz - over * over)) - radius_um;
        return beside > 0 ? Math.sqrt(over * over + beside * beside) : Math.abs(over);
    }

    /** How far a place lies above the plane of a disc; negative below, on the side of the tissue. */
    double above_um(int disc, double x_um, double y_um, double z_um) {
        return (x_um - point[3 * disc]) * normal[3 * disc]
                + (y_um - point[3 * disc + 1]) * normal[3 * disc + 1]
                + (z_um - point[3 * disc + 2]) * normal[3 * disc + 2];
    }
}
