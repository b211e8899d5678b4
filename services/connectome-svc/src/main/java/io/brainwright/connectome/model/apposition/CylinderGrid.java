package io.brainwright.connectome.model.apposition;

import java.util.Arrays;

/**
 * Finds all cylinders of a fixed set whose surface lies nearer than a gap to another cylinder.
 *
 * <pre>{@code
 *   gap = min |P(s) - Q(t)| - r_P - r_Q  <  gap_um
 * }</pre>
 *
 * Cubes of 10 um hold every cylinder whose box, widened by the gap, meets them. A pair is tested once: in the first cube that both
 * boxes share. Boxes only exclude; the exact distance decides.
 */
public final class CylinderGrid {
    /** chosen: some three times the length of a segment; larger where the tissue would need more than 2^24 cubes. */
    private static final float CUBE_UM = 10;

    private static final double MOST_CUBES = 1 << 24;

    private final Cylinders held;
    private final double gap_um;
    private final float[] boxes;
    private final float[] low = new float[3];
    private final int[] cubes = new int[3];
    private final float perUm;
    private final int[] first;
    private final int[] entries;
    private final float[] box = new float[6];
    private final Closest closest = new Closest();

    /**
     * @param held the fixed set
     * @param gap_um largest gap, not itself included
     */
    public CylinderGrid(Cylinders held, double gap_um) {
        this.held = held;
        this.gap_um = gap_um;
        boxes = new float[6 * held.size()];
        float[] high = new float[3];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < held.size(); i++) {
            held.box(i, gap_um, boxes, 6 * i);
            for (int k = 0; k < 3; k++) {
                low[k] = Math.min(low[k], boxes[6 * i + k]);
                high[k] = Math.max(high[k], boxes[6 * i + 3 + k]);
            }
        }
        double volume_um3 = 1;
        for (int k = 0; k < 3; k++) {
            volume_um3 *= Math.max(CUBE_UM, (double) high[k] - low[k]);
        }
        perUm = (float) (1 / Math.max(CUBE_UM, Math.cbrt(volume_um3 / MOST_CUBES)));
        for (int k = 0; k < 3; k++) {
            cubes[k] = held.size() == 0 ? 0 : (int) ((high[k] - low[k]) * perUm) + 1;
        }
        first = new int[cubes[0] * cubes[1] * cubes[2] + 1];
        spread((cube, _) -> first[cube + 1]++);
        for (int c = 1; c < first.length; c++) {
            first[c] += first[c - 1];
        }
        entries = new int[first[first.length - 1]];
        int[] next = first.clone();
        spread((cube, i) -> entries[next[cube]++] = i);
    }

    /** Told of a cylinder of the fixed set that lies near, and of the gap of the two surfaces, negative where they interpenetrate. */
    public interface Near {
        void found(int held, double gap_um);
    }

    /** Finds what lies near cylinder a, cylinders of its own cell left out. */
    public void near(Cylinders axons, int a, Near near) {
        axons.box(a, 0, box, 0);
        for (int k = 0; k < 3; k++) {
            if (cubes[k] == 0 || box[3 + k] < low[k] || box[k] > low[k] + cubes[k] / perUm) {
                return;
            }
        }
        for (int x = cube(box[0], 0); x <= cube(box[3], 0); x++) {
            for (int y = cube(box[1], 1); y <= cube(box[4], 1); y++) {
                for (int z = cube(box[2], 2); z <= cube(box[5], 2); z++) {
                    inCube(axons, a, x, y, z, near);
                }
            }
        }
    }

    private void inCube(Cylinders axons, int a, int x, int y, int z, Near near) {
        int cube = (x * cubes[1] + y) * cubes[2] + z;
        for (int e = first[cube]; e < first[cube + 1]; e++) {
            int i = entries[e];
            if (meets(6 * i) && isFirstShared(6 * i, x, y, z) && held.cell(i) != axons.cell(a)) {
                double radii_um = (double) axons.radius_um(a) + held.radius_um(i);
                double squared = closest.squared(axons.ends(), a, held.ends(), i);
                double limit_um = radii_um + gap_um;
                if (limit_um > 0 && squared < limit_um * limit_um) {
                    near.found(i, Math.sqrt(squared) - radii_um);
                }
            }
        }
    }

    private boolean meets(int b) {
        return boxes[b] <= box[3]
                && boxes[b + 3] >= box[0]
                && boxes[b + 1] <= box[4]
                && boxes[b + 4] >= box[1]
                && boxes[b + 2] <= box[5]
                && boxes[b + 5] >= box[2];
    }

    private boolean isFirstShared(int b, int x, int y, int z) {
        return x == Math.max(cube(box[0], 0), cube(boxes[b], 0))
                && y == Math.max(cube(box[1], 1), cube(boxes[b + 1], 1))
                && z == Math.max(cube(box[2], 2), cube(boxes[b + 2], 2));
    }

    /** Which cube a coordinate falls into, the outermost ones beyond the border. */
    private int cube(float at, int axis) {
        return Math.max(0, Math.min(cubes[axis] - 1, (int) ((at - low[axis]) * perUm)));
    }

    private interface InCube {
        void at(int cube, int i);
    }

    private void spread(InCube told) {
        for (int i = 0; i < held.size(); i++) {
            for (int x = cube(boxes[6 * i], 0); x <= cube(boxes[6 * i + 3], 0); x++) {
                for (int y = cube(boxes[6 * i + 1], 1); y <= cube(boxes[6 * i + 4], 1); y++) {
                    for (int z = cube(boxes[6 * i + 2], 2); z <= cube(boxes[6 * i + 5], 2); z++) {
                        told.at((x * cubes[1] + y) * cubes[2] + z, i);
                    }
                }
            }
        }
    }
}
