package io.brainwright.sim.model.circuit;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.plasticity.PlasticContacts;
import java.util.List;
import java.util.Optional;

/**
 * A circuit that is ready to run.
 *
 * @param network what the solver reads; its cells are {@code cells} in the same order
 * @param cells the cells, by rising node id
 * @param places where each compartment of each cell lies, in the order of the compartment report
 * @param field makes the extracellular potential of the samples of all nodes; empty where it is not recorded
 * @param plastic contacts that change; empty where none does
 */
public record Circuit(
        Network network,
        List<PlacedCell> cells,
        List<CompartmentPlaces> places,
        Optional<FieldRecording> field,
        Optional<PlasticContacts> plastic) {
    /** Recording of the somatic voltages, one value per cell. */
    public static final int SOMA_REPORT = 0;

    /** Recording of all compartments, cell after cell. */
    public static final int COMPARTMENT_REPORT = 1;

    /** Recording of all nodes, cell after cell, where the extracellular potential is recorded. */
    public static final int ALL_NODES = 2;

    public Circuit {
        cells = List.copyOf(cells);
        places = List.copyOf(places);
    }
}
