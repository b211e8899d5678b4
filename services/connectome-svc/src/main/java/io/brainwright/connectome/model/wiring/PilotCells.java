package io.brainwright.connectome.model.wiring;

import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** Picks the target cells on which the statistics of pathways are measured: all of a small circuit, else a uniform draw. */
public final class PilotCells {
    private PilotCells() {}

    /**
     * @param nodeIds all cells
     * @param atMost how many to pick
     */
    public static Set<Long> pick(long[] nodeIds, int atMost, long seed) {
        if (nodeIds.length <= atMost) {
            return Arrays.stream(nodeIds).boxed().collect(Collectors.toSet());
        }
        return Arrays.stream(nodeIds)
                .boxed()
                .sorted(Comparator.comparingLong((Long id) ->
                                Draws.of(seed, "connectome.pilot", id).nextLong())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(atMost)
                .collect(Collectors.toSet());
    }
}
