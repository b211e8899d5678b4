package io.brainwright.sim.model.solver;

import java.util.List;
import java.util.Set;

/** Who may step parts of a run. */
@FunctionalInterface
public interface Team {
    /** Nobody else. */
    Team NOBODY = _ -> List.of();

    /**
     * Asks who is there, anew for every attempt at the run.
     *
     * @param without names of those that were lost before
     */
    List<Peer> recruit(Set<String> without);
}
