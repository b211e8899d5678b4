package io.brainwright.sim.model.mechanism;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;

/**
 * The electrical model of a cell: a membrane for each group of its sections, and its ions.
 *
 * @param groups membrane by group: "soma", "axon", "basal", "apical", "myelin"
 * @param ions reversal potentials and calcium
 */
public record CellModel(Map<String, Membrane> groups, Ions ions) {
    public CellModel {
        groups = Map.copyOf(groups);
    }

    /** The membrane of a group. */
    public Membrane membrane(String group) {
        var membrane = groups.get(group);
        if (membrane == null) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_MEMBRANE",
                    "The cell model says nothing about the group '%s'; it knows %s.".formatted(group, groups.keySet()),
                    "Give capacitance and mechanisms for each group of the morphology's sections.",
                    Map.of("group", group, "groups", groups.keySet().toString()));
        }
        return membrane;
    }
}
