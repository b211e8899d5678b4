package io.brainwright.placement.model.domains;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.domains.Polyhedron.HalfSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * The prism that circumscribes a column's layers: {@value #SIDES} sides, flat ends; the top touches the upper sphere on the axis, the bottom meets
 * the lower one at the rim. Its section is 0.08 % larger than the circle.
 */
public final class ColumnPrism {
    private static final int SIDES = 64;

    private final List<HalfSpace> border = new ArrayList<>();
    private final Polyhedron body;

    /**
     * @param topLayer uppermost layer that it spans
     * @param bottomLayer lowest one
     */
    public ColumnPrism(Column column, int topLayer, int bottomLayer) {
        var sheet = column.region().sheet();
        double a = column.width_um() / 2;
        double outer_um = sheet.radius_um() - sheet.recipe().layer(topLayer).top_um();
        double inner_um = sheet.radius_um() - sheet.recipe().layer(bottomLayer).bottom_um();
        double bottom_um = Math.sqrt(inner_um * inner_um - a * a);
        var axis = new double[3];
        column.region().axis(axis);
        var frame = Quaternion.yTo(axis[0], axis[1], axis[2]);
        double middle_um = (outer_um + bottom_um) / 2;
        double[] centre = new double[3];
        frame.rotate(0, middle_um, 0, centre);
        centre[1] -= sheet.radius_um();
        double half_um = (outer_um - bottom_um) / 2;
        wall(frame, centre, 0, 1, 0, half_um);
        wall(frame, centre, 0, -1, 0, half_um);
        for (int s = 0; s < SIDES; s++) {
            double angle = 2 * StrictMath.PI * s / SIDES;
            wall(frame, centre, StrictMath.cos(angle), 0, StrictMath.sin(angle), a);
        }
        var cut = Polyhedron.cube(centre, 2 * (half_um + a));
        for (var face : border) {
            cut = cut.cut(face);
        }
        this.body = cut;
    }

    private void wall(Quaternion frame, double[] centre, double x, double y, double z, double distance_um) {
        var n = new double[3];
        frame.rotate(x, y, z, n);
        border.add(
                new HalfSpace(n[0], n[1], n[2], n[0] * centre[0] + n[1] * centre[1] + n[2] * centre[2] + distance_um));
    }

    public Polyhedron body() {
        return body;
    }

    public List<HalfSpace> border() {
        return List.copyOf(border);
    }
}
