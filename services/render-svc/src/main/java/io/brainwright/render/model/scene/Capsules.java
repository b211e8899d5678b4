package io.brainwright.render.model.scene;

import java.util.Arrays;

/**
 * Many capsules (segments with a radius at each end) in world coordinates, um, each with a colour and a glow.
 *
 * <p>Colours are linear RGB in 0..1; glow is radiance that bleeds into its surroundings, 0 for none.
 */
public final class Capsules {
    private static final int GEOMETRY = 8;
    private static final int LOOK = 4;

    private float[] geometry = new float[GEOMETRY * 1024];
    private float[] look = new float[LOOK * 1024];
    private float[] opacity = new float[1024];
    private float[] least_px = new float[1024];
    private int count;

    /** Adds one capsule from (x0, y0, z0) with radius r0 to (x1, y1, z1) with radius r1. */
    public void add(
            double x0,
            double y0,
            double z0,
            double r0_um,
            double x1,
            double y1,
            double z1,
            double r1_um,
            float[] colour,
            float glow) {
        if (count * GEOMETRY == geometry.length) {
            geometry = Arrays.copyOf(geometry, geometry.length * 2);
            look = Arrays.copyOf(look, look.length * 2);
            opacity = Arrays.copyOf(opacity, opacity.length * 2);
            least_px = Arrays.copyOf(least_px, least_px.length * 2);
        }
        int g = count * GEOMETRY;
        geometry[g] = (float) x0;
        geometry[g + 1] = (float) y0;
        geometry[g + 2] = (float) z0;
        geometry[g + 3] = (float) r0_um;
        geometry[g + 4] = (float) x1;
        geometry[g + 5] = (float) y1;
        geometry[g + 6] = (float) z1;
        geometry[g + 7] = (float) r1_um;
        int l = count * LOOK;
        look[l] = colour[0];
        look[l + 1] = colour[1];
        look[l + 2] = colour[2];
        look[l + 3] = glow;
        opacity[count] = 1;
        count++;
    }

    /** Gives a capsule another colour and glow, as time goes on. */
    public void paint(int capsule, float red, float green, float blue, float glow) {
        int l = capsule * LOOK;
        look[l] = red;
        look[l + 1] = green;
        look[l + 2] = blue;
        look[l + 3] = glow;
    }

    /** Lets what lies behind a capsule shine through; 1 hides it. Only a veil heeds it. */
    public void fade(int capsule, double share) {
        opacity[capsule] = (float) share;
    }

    /** Draws a capsule with at least this radius, in samples of the picture, however far away it is. */
    public void keep(int capsule, double radius_px) {
        least_px[capsule] = (float) radius_px;
    }

    float least_px(int capsule) {
        return least_px[capsule];
    }

    float opacity(int capsule) {
        return opacity[capsule];
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** One of x0 y0 z0 r0 x1 y1 z1 r1. */
    float geometry(int capsule, int part) {
        return geometry[capsule * GEOMETRY + part];
    }

    /** One of red, green, blue, glow. */
    float look(int capsule, int part) {
        return look[capsule * LOOK + part];
    }

    /** Smallest and largest x, y, z over all ends: {x0, y0, z0, x1, y1, z1}; zeros where there are none. */
    public double[] bounds() {
        return bounds(1);
    }

    /**
     * Bounds that hold the given share of all ends along each axis, half of the rest left out on each side.
     *
     * @param share 0..1
     */
    public double[] bounds(double share) {
        double[] b = new double[6];
        if (count == 0) {
            return b;
        }
        float[] values = new float[2 * count];
        for (int axis = 0; axis < 3; axis++) {
            for (int i = 0; i < count; i++) {
                values[2 * i] = geometry[i * GEOMETRY + axis];
                values[2 * i + 1] = geometry[i * GEOMETRY + 4 + axis];
            }
            Arrays.sort(values);
            int outside = (int) ((1 - share) / 2 * values.length);
            b[axis] = values[outside];
            b[axis + 3] = values[values.length - 1 - outside];
        }
        return b;
    }
}
