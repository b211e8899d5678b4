package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;

/** The scientist stopped it. */
final class Cancelled {
    private Cancelled() {}

    static Problem problem() {
        return new Problem(Kind.CANCELLED, "CANCELLED", "The simulation was stopped.", "", Map.of());
    }
}
