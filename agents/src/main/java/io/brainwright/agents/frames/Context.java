package io.brainwright.agents.frames;

import java.util.List;
import java.util.Set;

/**
 * What frames may know of the workspace.
 *
 * @param circuit whether there is a circuit that "the column" may mean
 * @param circuitRegion acronym of its region, empty where there is none
 * @param built stages that the circuit has
 * @param files files of the workspace
 * @param runs names of the finished runs, oldest first
 * @param planned actions of the last plan
 */
public record Context(
        boolean circuit,
        String circuitRegion,
        Set<String> built,
        List<String> files,
        List<String> runs,
        Set<String> planned) {
    public Context {
        built = Set.copyOf(built);
        files = List.copyOf(files);
        runs = List.copyOf(runs);
        planned = Set.copyOf(planned);
    }
}
