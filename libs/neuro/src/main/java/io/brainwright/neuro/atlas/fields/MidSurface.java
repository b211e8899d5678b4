package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.fields.Scratch.Floats;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The surface of potential 1/2, half way between white matter and pia, as triangles: surface nets (Gibson 1998), one vertex per cube of
 * eight voxel centres that the surface passes, at the mean of its crossings with the cube's edges; four cubes around a crossed edge
 * give two triangles. Half way, because far fewer streamlines leave the region before it than before the pia.
 *
 * @see <a href="https://doi.org/10.1007/BFb0056277">Gibson 1998, Constrained elastic surface nets</a>
 */
final class MidSurface {
    private static final double LEVEL = 0.5;
    private static final int MOST_VERTICES = 20_000; // chosen: laid flat in about a minute

    private final LayeredRegion region;
    private final Floats potential;
    private final BitSet apart;
    private final int stride;
    private final Bricks cubes;
    private final double[] points_um;
    private int[] triangles = new int[0];
    private int used;

    MidSurface(LayeredRegion region, Floats potential, BitSet apart) {
        this.region = region;
        this.potential = potential;
        this.apart = apart;
        int step = 1;
        var found = passed(step);
        while (found.count() > MOST_VERTICES) {
            found = passed(++step);
        }
        stride = step;
        cubes = found;
        points_um = new double[3 * cubes.count()];
        cubes.forEach(this::place);
        region.bricks().forEach((v, x, y, z) -> {
            if (x % stride == 0 && y % stride == 0 && z % stride == 0 && !apart.get(v)) {
                for (int axis = 0; axis < 3; axis++) {
                    quad(v, x / stride, y / stride, z / stride, axis);
                }
            }
        });
        triangles = Arrays.copyOf(triangles, used);
    }

    /** Cubes of eight centres, so many voxels wide, with centres on both sides of the surface. */
    private Bricks passed(int step) {
        int[] size = new int[3];
        for (int a = 0; a < 3; a++) {
            size[a] = region.bricks().size(a) / step + 1;
        }
        var passed = new Bricks(size);
        region.bricks().forEach((v, x, y, z) -> {
            if (x % step == 0 && y % step == 0 && z % step == 0) {
                int above = 0;
                int n = 0;
                for (int c = 0; c < 8; c++) {
                    int other =
                            c == 0 ? v : region.at(x + step * (c & 1), y + step * (c >> 1 & 1), z + step * (c >> 2));
                    if (other < 0 || apart.get(other)) {
                        break;
                    }
                    n++;
                    above += potential.at(other) > LEVEL ? 1 : 0;
                }
                if (n == 8 && above > 0 && above < 8) {
                    passed.add(x / step, y / step, z / step);
                }
            }
        });
        passed.number();
        return passed;
    }

    private double at(int x, int y, int z) {
        return potential.at(region.at(x * stride, y * stride, z * stride));
    }

    private void place(int vertex, int x, int y, int z) {
        double[] sum = new double[3];
        int n = 0;
        for (int c = 0; c < 8; c++) {
            for (int axis = 0; axis < 3; axis++) {
                if ((c >> axis & 1) == 0) {
                    int d = c | 1 << axis;
                    double here = at(x + (c & 1), y + (c >> 1 & 1), z + (c >> 2));
                    double there = at(x + (d & 1), y + (d >> 1 & 1), z + (d >> 2));
                    if (here > LEVEL != there > LEVEL) {
                        double share = (LEVEL - here) / (there - here);
                        for (int a = 0; a < 3; a++) {
                            sum[a] += a == axis ? share : c >> a & 1;
                        }
                        n++;
                    }
                }
            }
        }
        int[] cube = {x, y, z};
        for (int a = 0; a < 3; a++) {
            points_um[3 * vertex + a] = ((cube[a] + sum[a] / n) * stride + 0.5) * region.edge_um(a);
        }
    }

    /** The two triangles around an edge of the lattice that the surface crosses, turning as seen from the white matter. */
    private void quad(int voxel, int x, int y, int z, int axis) {
        int ax = axis == 0 ? 1 : 0;
        int ay = axis == 1 ? 1 : 0;
        int az = axis == 2 ? 1 : 0;
        int other = region.at((x + ax) * stride, (y + ay) * stride, (z + az) * stride);
        if (other < 0 || potential.at(voxel) > LEVEL == potential.at(other) > LEVEL) {
            return;
        }
        int b = (axis + 1) % 3;
        int c = (axis + 2) % 3;
        int[] q = {cube(x, y, z, b, c), cube(x, y, z, -1, c), cube(x, y, z, -1, -1), cube(x, y, z, b, -1)};
        if (q[0] < 0 || q[1] < 0 || q[2] < 0 || q[3] < 0) {
            return;
        }
        if (potential.at(other) > LEVEL) {
            int swapped = q[1];
            q[1] = q[3];
            q[3] = swapped;
        }
        boolean first = square(q[0], q[2]) <= square(q[1], q[3]);
        add(first ? new int[] {q[0], q[1], q[2], q[0], q[2], q[3]} : new int[] {q[1], q[2], q[3], q[1], q[3], q[0]});
    }

    /** Cube at a lattice point, one back along up to two axes (-1: none). */
    private int cube(int x, int y, int z, int back1, int back2) {
        return cubes.at(
                x - (back1 == 0 || back2 == 0 ? 1 : 0),
                y - (back1 == 1 || back2 == 1 ? 1 : 0),
                z - (back1 == 2 || back2 == 2 ? 1 : 0));
    }

    private double square(int a, int b) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double d = points_um[3 * a + k] - points_um[3 * b + k];
            sum += d * d;
        }
        return sum;
    }

    private void add(int[] corners) {
        if (used + corners.length > triangles.length) {
            triangles = Arrays.copyOf(triangles, Math.max(1024, 2 * triangles.length));
        }
        System.arraycopy(corners, 0, triangles, used, corners.length);
        used += corners.length;
    }

    /** Three numbers per vertex, from the box's corner. */
    double[] points_um() {
        return points_um;
    }

    /** Three vertices per triangle. */
    int[] triangles() {
        return triangles;
    }

    /** Voxels between the lattice points that the surface was taken from. */
    int stride() {
        return stride;
    }

    /** The cubes that carry vertices, each with its vertex as number. */
    Bricks cubes() {
        return cubes;
    }
}
