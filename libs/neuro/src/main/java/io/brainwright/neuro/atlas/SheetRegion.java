package io.brainwright.neuro.atlas;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A part of the cortical sheet: a patch of it through some or all of the layers. */
public final class SheetRegion {
    private static final double UM2_PER_MM2 = 1e6;
    private static final double UM3_PER_MM3 = 1e9;
    private static final int BORDER_SAMPLES = 32;

    private final CorticalSheet sheet;
    private final RegionNode node;
    private final Patch patch;
    private final int firstLayer;
    private final int lastLayer;
    private final double[] middle = new double[3];

    SheetRegion(CorticalSheet sheet, RegionNode node, Patch patch, int firstLayer, int lastLayer) {
        this.sheet = sheet;
        this.node = node;
        this.patch = patch;
        this.firstLayer = firstLayer;
        this.lastLayer = lastLayer;
        axis(middle);
    }

    public CorticalSheet sheet() {
        return sheet;
    }

    public RegionNode node() {
        return node;
    }

    /** Numbers of its layers, from the pia down. */
    public int[] layers() {
        return IntStream.rangeClosed(firstLayer, lastLayer).toArray();
    }

    /** Whether a place belongs to it. */
    public boolean contains(double x, double y, double z) {
        double depth_um = sheet.depth_um(x, y, z);
        if (depth_um < top_um() || depth_um >= bottom_um()) {
            return false;
        }
        var uv = new double[2];
        sheet.flatten(x, y, z, uv);
        return patch.contains(uv[0], uv[1]);
    }

    /** Whether {@link #draw} in a layer, with the same margin, may give this place. */
    public boolean holds(int layer, double x, double y, double z, double margin_um) {
        var facts = sheet.recipe().layer(layer);
        double depth_um = sheet.depth_um(x, y, z);
        if (depth_um <= facts.top_um() || depth_um > facts.bottom_um()) {
            return false;
        }
        var uv = new double[2];
        sheet.flatten(x, y, z, uv);
        return patch.within(mapMargin_um(margin_um)).contains(uv[0], uv[1]);
    }

    /** Whether a place of a layer may lie within a distance; "no" is certain. */
    public boolean near(int layer, double x, double y, double z, double reach_um) {
        var facts = sheet.recipe().layer(layer);
        double depth_um = sheet.depth_um(x, y, z);
        if (depth_um < facts.top_um() - reach_um || depth_um > facts.bottom_um() + reach_um) {
            return false;
        }
        var uv = new double[2];
        sheet.flatten(x, y, z, uv);
        double r_um = sheet.radius_um() - bottom_um();
        double deeper = r_um / (r_um - reach_um); // the map stretches what lies below the lowest layer a little more
        return patch.within(-mapMargin_um(reach_um * deeper)).contains(uv[0], uv[1]);
    }

    /** Area of its pia. */
    public double pialArea_mm2() {
        return solidAngle_sr() * sheet.radius_um() * sheet.radius_um() / UM2_PER_MM2;
    }

    /**
     * Volume of one of its layers: {@code Ω (a³ - b³) / 3}, a and b the radii of the layer's borders, Ω the solid angle of
     * the patch.
     */
    public double volume_mm3(int layer) {
        var facts = sheet.recipe().layer(layer);
        double outer_um = sheet.radius_um() - facts.top_um();
        double inner_um = sheet.radius_um() - facts.bottom_um();
        return solidAngle_sr() * (cube(outer_um) - cube(inner_um)) / 3 / UM3_PER_MM3;
    }

    /** Volume of all its layers. */
    public double volume_mm3() {
        return IntStream.of(layers()).mapToDouble(this::volume_mm3).sum();
    }

    /** Writes the unit vector that points from the sphere's centre to the middle of the patch: the axis of a column. */
    public void axis(double[] out) {
        axis(0.5, 0.5, out);
    }

    /** Square of the distance of a place from that axis, um2. */
    public double fromAxis_um2(double x, double y, double z) {
        double radius_um = sheet.radius_um();
        double dx = x - radius_um * middle[0]; // from where the axis leaves the pia
        double dy = y - (radius_um * middle[1] - radius_um);
        double dz = z - radius_um * middle[2];
        double along = dx * middle[0] + dy * middle[1] + dz * middle[2];
        return dx * dx + dy * dy + dz * dz - along * along;
    }

    /** Writes the unit vector that points from the sphere's centre to the place at fractions of the patch's sides, lateral and posterior. */
    public void axis(double lateral, double posterior, double[] out) {
        sheet.map().direction(patch.u(lateral), patch.v(posterior), out);
    }

    /** Writes how far along the patch's sides, lateral and posterior, a place lies; 0 to 1 above and below the patch. */
    public void fractions(double x, double y, double z, double[] out) {
        sheet.flatten(x, y, z, out);
        out[0] = (out[0] - patch.uLow_um()) / lateralSide_um();
        out[1] = (out[1] - patch.vLow_um()) / posteriorSide_um();
    }

    /** Length of the patch from medial to lateral on the flat map. */
    public double lateralSide_um() {
        return patch.uHigh_um() - patch.uLow_um();
    }

    /** Length of the patch from anterior to posterior on the flat map. */
    public double posteriorSide_um() {
        return patch.vHigh_um() - patch.vLow_um();
    }

    /** Writes the place at fractions of the patch's sides and at a depth below the pia. */
    public void place(double lateral, double posterior, double depth_um, double[] out) {
        axis(lateral, posterior, out);
        double r_um = sheet.radius_um() - depth_um;
        out[0] *= r_um;
        out[1] = out[1] * r_um - sheet.radius_um();
        out[2] *= r_um;
    }

    /**
     * Draws a place in one of its layers, uniform in volume: uniform on the equal-area map, and in the cube of the radius.
     *
     * @param margin_um the place keeps this distance from the sides of the patch
     * @param out x, y, z
     */
    public void draw(int layer, double margin_um, Draws draws, double[] out) {
        var facts = sheet.recipe().layer(layer);
        double outer3 = cube(sheet.radius_um() - facts.top_um());
        double inner3 = cube(sheet.radius_um() - facts.bottom_um());
        var inside = patch.within(mapMargin_um(margin_um));
        sheet.map().direction(inside.u(draws.nextDouble()), inside.v(draws.nextDouble()), out);
        double r = StrictMath.cbrt(inner3 + (outer3 - inner3) * draws.nextDouble());
        out[0] *= r;
        out[1] = out[1] * r - sheet.radius_um();
        out[2] *= r;
    }

    /**
     * Width of the widest round column about the axis that stays within the patch down to the lowest layer.
     */
    public double widestColumn_um() {
        double r_um = sheet.radius_um() - bottom_um();
        double low_um = 0;
        double high_um = r_um;
        for (int i = 0; i < 50; i++) {
            double radius_um = (low_um + high_um) / 2;
            if (holdsCircle(radius_um, r_um)) {
                low_um = radius_um;
            } else {
                high_um = radius_um;
            }
        }
        return 2 * low_um;
    }

    /** Writes the corners of a box that holds the region. */
    public void bounds(double[] low, double[] high) {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        var d = new double[3];
        for (int i = 0; i <= BORDER_SAMPLES; i++) {
            for (int j = 0; j <= BORDER_SAMPLES; j++) {
                sheet.map().direction(patch.u(i / (double) BORDER_SAMPLES), patch.v(j / (double) BORDER_SAMPLES), d);
                stretch(sheet.radius_um() - top_um(), d, low, high);
                stretch(sheet.radius_um() - bottom_um(), d, low, high);
            }
        }
        for (int i = 0; i < 3; i++) {
            low[i] -= 1; // chosen: the border bulges less than 1 um between samples
            high[i] += 1;
        }
    }

    private void stretch(double r_um, double[] d, double[] low, double[] high) {
        for (int i = 0; i < 3; i++) {
            double at = r_um * d[i] - (i == 1 ? sheet.radius_um() : 0);
            low[i] = Math.min(low[i], at);
            high[i] = Math.max(high[i], at);
        }
    }

    private boolean holdsCircle(double radius_um, double r_um) {
        var axis = new double[3];
        axis(axis);
        var frame = Quaternion.yTo(axis[0], axis[1], axis[2]);
        double along = Math.sqrt(Math.max(0, r_um * r_um - radius_um * radius_um));
        var at = new double[3];
        var uv = new double[2];
        for (int i = 0; i < 4 * BORDER_SAMPLES; i++) {
            double angle = 2 * StrictMath.PI * i / (4 * BORDER_SAMPLES);
            frame.rotate(radius_um * StrictMath.cos(angle), along, radius_um * StrictMath.sin(angle), at);
            sheet.flatten(at[0], at[1] - sheet.radius_um(), at[2], uv);
            if (!patch.contains(uv[0], uv[1])) {
                return false;
            }
        }
        return true;
    }

    /** The flat map stretches what lies below its sphere, and shrinks one direction by cos(θ/2), at most 6 % on a cap of 40°. */
    private double mapMargin_um(double margin_um) {
        return 1.07 * margin_um * sheet.map().radius_um() / (sheet.radius_um() - bottom_um());
    }

    private double solidAngle_sr() {
        double r = sheet.map().radius_um();
        return patch.area_um2() / (r * r);
    }

    private double top_um() {
        return sheet.recipe().layer(firstLayer).top_um();
    }

    private double bottom_um() {
        return sheet.recipe().layer(lastLayer).bottom_um();
    }

    private static double cube(double r) {
        return r * r * r;
    }
}
