package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Kinetics;
import java.util.ArrayList;
import java.util.List;

/** The formulas that a time step needs from a mechanism, in the order in which back ends use them. */
final class Formulas {
    private Formulas() {}

    /** For each current: its conductance and its reversal (calcium's reversal is an element's own and is left to the back end). */
    static List<Expression> currents(Kinetics kinetics) {
        var formulas = new ArrayList<Expression>();
        for (var current : kinetics.currents()) {
            formulas.add(current.g());
            formulas.add(current.reversal());
        }
        return formulas;
    }

    /** For each gate: its steady state and exp(-dt / tau) - 1. */
    static List<Expression> gates(Kinetics kinetics, double dt_ms) {
        var formulas = new ArrayList<Expression>();
        for (var gate : kinetics.gates()) {
            formulas.add(gate.inf());
            formulas.add(gate.decay(dt_ms));
        }
        return formulas;
    }
}
