package io.brainwright.sim.model.circuit;

import java.util.Set;

/**
 * Which cells are meant: all conditions hold at once, an empty one holds for every cell.
 *
 * @param layers layers
 * @param mtypes m-types
 * @param etypes e-types
 * @param synapse_class "EXC", "INH" or empty
 * @param node_ids ids
 * @param count at most this many of them, drawn by seed; 0: all
 */
public record CellSelection(
        Set<Integer> layers,
        Set<String> mtypes,
        Set<String> etypes,
        String synapse_class,
        Set<Long> node_ids,
        long count) {
    public CellSelection {
        layers = Set.copyOf(layers);
        mtypes = Set.copyOf(mtypes);
        etypes = Set.copyOf(etypes);
        node_ids = Set.copyOf(node_ids);
    }

    /** Whether the conditions hold for a cell, whatever the count. */
    public boolean holds(PlacedCell cell) {
        return (layers.isEmpty() || layers.contains(cell.layer()))
                && (mtypes.isEmpty() || mtypes.contains(cell.mtype()))
                && (etypes.isEmpty() || etypes.contains(cell.etype()))
                && (synapse_class.isEmpty() || synapse_class.equals(cell.synapse_class()))
                && (node_ids.isEmpty() || node_ids.contains(cell.node_id()));
    }
}
