package io.brainwright.synthesis.model.projection;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of places that an axon passes: node 0 is where it sets out, each other node comes after the one it is reached from.
 *
 * @param places x, y, z in the frame of the atlas
 * @param parents node before each, -1 for node 0
 * @param targets index of the target that each node is, -1 where it is none
 */
public record Route(List<double[]> places, List<Integer> parents, List<Integer> targets) {
    public Route {
        places = List.copyOf(places);
        parents = List.copyOf(parents);
        targets = List.copyOf(targets);
    }

    /** Nodes that are reached from one, in order. */
    public List<Integer> children(int node) {
        var found = new ArrayList<Integer>();
        for (int n = node + 1; n < parents.size(); n++) {
            if (parents.get(n) == node) {
                found.add(n);
            }
        }
        return found;
    }

    public boolean isTarget(int node) {
        return targets.get(node) >= 0;
    }
}
