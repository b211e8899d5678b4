package io.brainwright.connectome.service;

import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the cells whose morphology has no axon: they make no synapses. */
final class Axonless {
    private static final int NAMED = 5;

    private final List<Long> ids = new ArrayList<>();
    private int seen;

    void see(PlacedCell source) {
        seen++;
        var shape = source.shape();
        for (int section = 0; section < shape.sectionCount(); section++) {
            if (shape.type(section) == SectionType.AXON) {
                return;
            }
        }
        ids.add(source.nodeId());
    }

    /**
     * Says which they are.
     *
     * @throws Problem PRECONDITION where no cell has an axon: nothing could be wired
     */
    void tell() {
        if (ids.isEmpty()) {
            return;
        }
        var named = ids.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        if (ids.size() == seen) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "NO_AXONS",
                    "None of the %d cells has an axon (%s ...), so none makes a synapse.".formatted(seen, named),
                    "Take morphologies with axons: grow them with local axons, or reconstruct them.",
                    Map.of("cells", String.valueOf(seen)));
        }
        System.getLogger(Axonless.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} of {1} cells have no axon and make no synapses: {2}{3}. Their morphologies need one, where they should.",
                        ids.size(),
                        seen,
                        named,
                        ids.size() > NAMED ? ", ..." : "");
    }
}
