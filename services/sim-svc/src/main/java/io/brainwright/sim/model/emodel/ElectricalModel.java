package io.brainwright.sim.model.emodel;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.sim.model.cell.Appended;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.MorphologyCable;
import io.brainwright.sim.model.mechanism.CellModel;
import java.util.List;

/**
 * The electrical model of one e-type in some layers.
 *
 * @param name name in the recipe: "cADpyr_L5"
 * @param etypes e-types that it stands for
 * @param layers layers where it holds; empty: all
 * @param membrane membranes and ions
 * @param stub sections in place of the axon
 * @param Ra_ohm_cm axial resistivity
 */
public record ElectricalModel(
        String name,
        List<String> etypes,
        List<Integer> layers,
        CellModel membrane,
        List<Appended> stub,
        double Ra_ohm_cm) {
    /**
     * Chosen: 80 um. Against 20 um the first spike of grown cells moves by 0.07 ms on average and 0.2 ms at most, at less than a
     * third of the compartments; the table stands in docs/science/electrical-models.md.
     */
    public static final double LONGEST_COMPARTMENT_UM = 80;

    public ElectricalModel {
        etypes = List.copyOf(etypes);
        layers = List.copyOf(layers);
        stub = List.copyOf(stub);
    }

    /** Whether it is meant for such a cell. */
    boolean fits(String etype, int layer) {
        return etypes.contains(etype) && (layers.isEmpty() || layers.contains(layer));
    }

    /** A cell of this model: its shape in compartments, the axon replaced by the stub. */
    public Compartments compartments(Morphology morphology) {
        return MorphologyCable.of(morphology, LONGEST_COMPARTMENT_UM, Ra_ohm_cm, stub);
    }
}
