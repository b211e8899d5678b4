package io.brainwright.placement.model;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A round column through a region: all places within a distance of the axis that stands on the middle of its patch.
 *
 * <p>A layer of it is the part of the cylinder between two spheres. With a the radius of the column and r that of a sphere
 * about the sheet's centre, the cylinder holds below the sphere and above the centre
 *
 * <pre>{@code
 *   V(r) = ∫₀ᵃ 2πs √(r² - s²) ds = 2π/3 (r³ - (r² - a²)^{3/2})
 * }</pre>
 *
 * and the layer between the radii b and t is {@code V(t) - V(b)}: no voxel makes a narrow column jagged.
 */
public final class Column implements Tissue {
    private static final double UM3_PER_MM3 = 1e9;

    private final SheetRegion region;
    private final double width_um;
    private final Quaternion frame;

    /**
     * @param region what it stands in
     * @param width_um its diameter
     * @throws Problem INVALID where it would leave the region
     */
    public Column(SheetRegion region, double width_um) {
        assert width_um > 0 : "width_um=" + width_um;
        double widest_um = Math.floor(region.widestColumn_um());
        if (width_um > widest_um) {
            throw tooWide(region.node().acronym(), width_um, widest_um);
        }
        this.region = region;
        this.width_um = width_um;
        var axis = new double[3];
        region.axis(axis);
        this.frame = Quaternion.yTo(axis[0], axis[1], axis[2]);
    }

    @Override
    public SheetRegion region() {
        return region;
    }

    /** Its diameter. */
    public double width_um() {
        return width_um;
    }

    @Override
    public String label() {
        return String.format(
                Locale.ROOT, "column of %s, %.0f um wide", region.node().acronym(), width_um);
    }

    @Override
    public double volume_mm3(int layer) {
        return (under(outer_um(layer)) - under(inner_um(layer))) / UM3_PER_MM3;
    }

    @Override
    public double volume_mm3(double top_um, double bottom_um) {
        double radius_um = region.sheet().radius_um();
        return (under(radius_um - top_um) - under(radius_um - bottom_um)) / UM3_PER_MM3;
    }

    @Override
    public void draw(int layer, Draws draws, double[] out) {
        double a = width_um / 2;
        double outer = outer_um(layer);
        double inner = inner_um(layer);
        double low = Math.sqrt(inner * inner - a * a);
        double x;
        double y;
        double z;
        double r2;
        do {
            x = draws.uniform(-a, a);
            z = draws.uniform(-a, a);
            y = draws.uniform(low, outer);
            r2 = x * x + y * y + z * z;
        } while (x * x + z * z > a * a || r2 < inner * inner || r2 >= outer * outer);
        frame.rotate(x, y, z, out);
        out[1] -= region.sheet().radius_um();
    }

    @Override
    public boolean holds(int layer, double x, double y, double z) {
        double a = width_um / 2;
        double r_um = region.sheet().radius_um() - region.sheet().depth_um(x, y, z);
        return region.fromAxis_um2(x, y, z) <= a * a && r_um >= inner_um(layer) && r_um < outer_um(layer);
    }

    @Override
    public boolean near(int layer, double x, double y, double z, double reach_um) {
        double a = width_um / 2 + reach_um;
        double r_um = region.sheet().radius_um() - region.sheet().depth_um(x, y, z);
        return region.fromAxis_um2(x, y, z) <= a * a
                && r_um >= inner_um(layer) - reach_um
                && r_um <= outer_um(layer) + reach_um;
    }

    @Override
    public void bounds(double[] low, double[] high) {
        int[] layers = region.layers();
        bounds(layers[0], layers[layers.length - 1], low, high);
    }

    @Override
    public void bounds(int layer, double[] low, double[] high) {
        bounds(layer, layer, low, high);
    }

    private void bounds(int first, int last, double[] low, double[] high) {
        var axis = new double[3];
        region.axis(axis);
        double a = width_um / 2;
        double top = outer_um(first);
        double inner = inner_um(last);
        double bottom = Math.sqrt(inner * inner - a * a);
        for (int i = 0; i < 3; i++) {
            double shift = i == 1 ? region.sheet().radius_um() : 0;
            low[i] = Math.min(axis[i] * top, axis[i] * bottom) - shift - a;
            high[i] = Math.max(axis[i] * top, axis[i] * bottom) - shift + a;
        }
    }

    private double under(double r) {
        double a = width_um / 2;
        double c2 = r * r - a * a;
        return 2 * StrictMath.PI / 3 * (r * r * r - c2 * Math.sqrt(c2));
    }

    private double outer_um(int layer) {
        return region.sheet().radius_um() - region.sheet().recipe().layer(layer).top_um();
    }

    private double inner_um(int layer) {
        return region.sheet().radius_um() - region.sheet().recipe().layer(layer).bottom_um();
    }

    private static Problem tooWide(String acronym, double width_um, double widest_um) {
        var fault = "%s holds columns of up to %.0f um down to its lowest layer; or take the whole region."
                .formatted(acronym, widest_um);
        return new Problem(
                Kind.INVALID,
                "COLUMN_WIDER_THAN_REGION",
                "A column of %s um does not fit into %s.".formatted(width_um, acronym),
                fault,
                Map.of(
                        "region", acronym,
                        "width_um", String.valueOf(width_um),
                        "widest_um", String.valueOf(widest_um)),
                List.of(new FieldFault("shape.width_um", fault)),
                null);
    }
}
