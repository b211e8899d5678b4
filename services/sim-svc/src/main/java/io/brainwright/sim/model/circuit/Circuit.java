package io.brainwright.sim.model.circuit;

import io.brainwright.sim.model.network.Network;
import java.util.List;

/**
 * A circuit that is ready to run.
 *
 * @param network what the solver reads; its cells are {@code cells} in the same order
 * @param cells the cells, by rising node id
 * @param places where each compartment of each cell lies, in the order of the compartment report
 */
public record Circuit(Network network, List<PlacedCell> cells, List<CompartmentPlaces> places) {
    /** Recording of the somatic voltages, one value per cell. */
    public static final int SOMA_REPORT = 0;

    /** Recording of all compartments, cell after cell. */
    public static final int COMPARTMENT_REPORT = 1;

    public Circuit {
        cells = List.copyOf(cells);
        places = List.copyOf(places);
    }
}
