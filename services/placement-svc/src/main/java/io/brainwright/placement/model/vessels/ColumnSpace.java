package io.brainwright.placement.model.vessels;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.Column;

/** A column in its own frame: the origin is the sheet's centre, +y the column's axis, so that depth is the pia's radius less the distance from the origin. */
final class ColumnSpace {
    private static final double UM2_PER_MM2 = 1e6;

    private final double radius_um;
    private final double pia_um;
    private final double bottom_um;
    private final Quaternion frame;
    private final double sheet_um;
    private final double volume_mm3;

    ColumnSpace(Column column) {
        var sheet = column.region().sheet();
        int[] layers = column.region().layers();
        this.radius_um = column.width_um() / 2;
        this.sheet_um = sheet.radius_um();
        this.pia_um = sheet_um - sheet.recipe().layer(layers[0]).top_um();
        this.bottom_um =
                sheet_um - sheet.recipe().layer(layers[layers.length - 1]).bottom_um();
        var axis = new double[3];
        column.region().axis(axis);
        this.frame = Quaternion.yTo(axis[0], axis[1], axis[2]);
        double sum_mm3 = 0;
        for (int layer : layers) {
            sum_mm3 += column.volume_mm3(layer);
        }
        this.volume_mm3 = sum_mm3;
    }

    double radius_um() {
        return radius_um;
    }

    double pia_um() {
        return pia_um;
    }

    double thickness_um() {
        return pia_um - bottom_um;
    }

    double volume_mm3() {
        return volume_mm3;
    }

    double area_mm2() {
        return StrictMath.PI * radius_um * radius_um / UM2_PER_MM2;
    }

    /** Height at which the pia lies above a place of the section. */
    double piaAbove_um(double x, double z) {
        return Math.sqrt(pia_um * pia_um - x * x - z * z);
    }

    boolean holds(double x, double y, double z, double margin_um) {
        double most = radius_um - margin_um;
        double r2 = x * x + y * y + z * z;
        double inner = bottom_um + margin_um;
        double outer = pia_um - margin_um;
        return x * x + z * z <= most * most && r2 >= inner * inner && r2 <= outer * outer;
    }

    /** A place drawn uniformly; {@code margin_um} away from the border. */
    void draw(Draws draws, double margin_um, double[] out) {
        double low = Math.sqrt(bottom_um * bottom_um - radius_um * radius_um);
        do {
            out[0] = draws.uniform(-radius_um, radius_um);
            out[2] = draws.uniform(-radius_um, radius_um);
            out[1] = draws.uniform(low, pia_um);
        } while (!holds(out[0], out[1], out[2], margin_um));
    }

    /** From this frame into the atlas. */
    void toAtlas(double[] at, double[] out) {
        frame.rotate(at[0], at[1], at[2], out);
        out[1] -= sheet_um;
    }
}
