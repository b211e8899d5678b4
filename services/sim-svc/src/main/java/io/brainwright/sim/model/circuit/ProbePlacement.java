package io.brainwright.sim.model.circuit;

import io.brainwright.sim.model.field.Electrode;
import io.brainwright.sim.model.field.Source.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a straight probe through the tissue: through the middle of the somata, along their mean pia-ward axis, the first contact on the
 * pia. In strongly curved tissue the depth of a contact is that of its place on the axis.
 */
public final class ProbePlacement {
    /** chosen: a probe of this many contacts is the longest that is told on its own. */
    private static final int MOST_CONTACTS = 64;

    private ProbePlacement() {}

    /**
     * @param cells the cells, at least one
     * @param depth_um of each of them below the pia
     * @param contacts how many; 0: as many as reach the deepest soma
     * @param spacing_um distance of neighbours
     */
    public static List<Electrode> through(List<PlacedCell> cells, double[] depth_um, int contacts, double spacing_um) {
        var middle = new double[3];
        var up = new double[3];
        var one = new double[3];
        for (var cell : cells) {
            cell.orientation().rotate(0, 1, 0, one);
            for (int k = 0; k < 3; k++) {
                up[k] += one[k];
            }
            middle[0] += cell.x_um() / cells.size();
            middle[1] += cell.y_um() / cells.size();
            middle[2] += cell.z_um() / cells.size();
        }
        double norm = Math.sqrt(up[0] * up[0] + up[1] * up[1] + up[2] * up[2]);
        double middle_um = Arrays.stream(depth_um).average().orElseThrow();
        double deepest_um = Arrays.stream(depth_um).max().orElseThrow();
        int count = contacts > 0 ? contacts : Math.min(MOST_CONTACTS, (int) Math.ceil(deepest_um / spacing_um) + 1);
        var electrodes = new ArrayList<Electrode>(count);
        for (int i = 0; i < count; i++) {
            double above_um = middle_um - i * spacing_um;
            electrodes.add(new Electrode(
                    new Point(
                            middle[0] + above_um * up[0] / norm,
                            middle[1] + above_um * up[1] / norm,
                            middle[2] + above_um * up[2] / norm),
                    i * spacing_um));
        }
        return electrodes;
    }
}
