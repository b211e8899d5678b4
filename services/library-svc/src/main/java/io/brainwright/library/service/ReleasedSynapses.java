package io.brainwright.library.service;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.EdgesWriter;
import java.util.Map;

/** The numbers that the synapses of a dataset have as edges of a release. */
final class ReleasedSynapses {
    private final String population;
    private final long[] edgeOfRow;

    /**
     * @param population of the edges
     * @param targets SONATA's id of the target of each row
     */
    ReleasedSynapses(String population, long[] targets) {
        this.population = population;
        this.edgeOfRow = new long[targets.length];
        int[] written = EdgesWriter.byTarget(targets);
        for (int edge = 0; edge < written.length; edge++) {
            edgeOfRow[written[edge]] = edge;
        }
    }

    String population() {
        return population;
    }

    /** The edge of each row. */
    long[] edges(long[] rows) {
        var edges = new long[rows.length];
        for (int i = 0; i < edges.length; i++) {
            if (rows[i] < 0 || rows[i] >= edgeOfRow.length) {
                throw new Problem(
                        Kind.INVALID,
                        "SYNAPSE_NOT_IN_RELEASE",
                        "Synapse %d is wrapped, but there are %d synapses.".formatted(rows[i], edgeOfRow.length),
                        "Give the synapses that the wrapped ones were found among.",
                        Map.of("synapse_id", String.valueOf(rows[i])));
            }
            edges[i] = edgeOfRow[(int) rows[i]];
        }
        return edges;
    }
}
