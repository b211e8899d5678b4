package io.brainwright.sim.model.cell;

import java.util.Collections;
import java.util.List;

/**
 * A cylinder section added to a cell, such as the stub that stands for an axon that is not simulated.
 *
 * @param group membrane group: "axon" or "myelin"
 * @param onSoma attached to the middle of the soma; otherwise to the end of the one before
 * @param length_um length of the section
 * @param diameters_um one diameter per compartment
 */
public record Appended(String group, boolean onSoma, double length_um, List<Double> diameters_um) {
    public Appended {
        diameters_um = List.copyOf(diameters_um);
    }

    /**
     * The published practice for detailed cells: two initial-segment sections of 30 um and 1 mm of myelin in place of the axon
     * (Markram et al. 2015, doi 10.1016/j.cell.2015.09.029; Reva et al. 2023, doi 10.1016/j.patter.2023.100855).
     *
     * @param first_um diameter at the soma; 2.29 um was measured on the rat L5 thick-tufted cell of Reva et al.
     * @param then_um diameter from 6 um on; 1.83 um there
     */
    public static List<Appended> axonStub(double first_um, double then_um, boolean myelin) {
        var rest = Collections.nCopies(5, then_um);
        var tapered = List.of(first_um, then_um, then_um, then_um, then_um);
        var segments = List.of(new Appended("axon", true, 30, tapered), new Appended("axon", false, 30, rest));
        if (!myelin) {
            return segments;
        }
        return List.of(segments.get(0), segments.get(1), new Appended("myelin", false, 1000, rest));
    }
}
