package io.brainwright.sim.sonata;

import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.network.Variable;
import java.util.List;
import java.util.Optional;

/** The membranes of the cells as they are simulated, manipulations included. */
final class CellModels {
    private final SonataCells cells;
    private final List<CellModel> models;

    CellModels(SonataCells cells, List<CellModel> models) {
        this.cells = cells;
        this.models = List.copyOf(models);
    }

    CellModel of(int cell) {
        return models.get(cell);
    }

    /** The state MECHANISM.STATE of a node; empty where its membrane has no such thing. */
    Optional<Variable> state(int cell, int node, String name) {
        var membrane = models.get(cell).membrane(cells.get(cell).shape().group(node));
        for (var mechanism : membrane.mechanisms().keySet()) {
            for (var state : mechanism.states()) {
                if (name.equals(mechanism.name() + "." + state)) {
                    return Optional.of(new Variable.State(mechanism, state));
                }
            }
        }
        return Optional.empty();
    }
}
