package io.brainwright.render.model.column;

import io.brainwright.neuro.geometry.Quaternion;
import java.util.List;

/** Turns cells so that their mean pia-ward axis points up in the picture, wherever on the curved sheet they stand. */
public final class Upright {
    private Upright() {}

    /** The cells, turned about the origin. */
    public static List<PlacedCell> turn(List<PlacedCell> cells) {
        var turn = of(cells);
        double[] p = new double[3];
        return cells.stream()
                .map(c -> {
                    turn.rotate(c.x_um(), c.y_um(), c.z_um(), p);
                    return new PlacedCell(
                            c.node_id(),
                            p[0],
                            p[1],
                            p[2],
                            turn.times(c.orientation()),
                            c.layer(),
                            c.mtype(),
                            c.excitatory(),
                            c.morphology(),
                            c.etype(),
                            c.region());
                })
                .toList();
    }

    /** The turn itself. */
    static Quaternion of(List<PlacedCell> cells) {
        double[] axis = meanAxis(cells);
        return Quaternion.yTo(axis[0], axis[1], axis[2]).conjugate();
    }

    /** Mean of the cells' rotated +y axes, of unit length; +y where they cancel. */
    public static double[] meanAxis(List<PlacedCell> cells) {
        double[] sum = new double[3];
        double[] up = new double[3];
        for (var cell : cells) {
            cell.orientation().rotate(0, 1, 0, up);
            for (int i = 0; i < 3; i++) {
                sum[i] += up[i];
            }
        }
        double n = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        return n < 1e-9 ? new double[] {0, 1, 0} : new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
    }
}
