package io.brainwright.library.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.hdf5.Columns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Wrapped synapses as edges from astrocytes to the cells that the synapses lie on. */
final class ReleasedWrapped {
    static final String FILE = "edges_wrapped.h5";
    private static final Set<String> ELSEWHERE = Set.of("source_node_id", "target_node_id", "synapse_id");

    private ReleasedWrapped() {}

    static String edges(String cells) {
        return "%s__%s__synapse_astrocyte".formatted(ReleasedAstrocytes.POPULATION, cells);
    }

    /**
     * Writes them; gives how many.
     *
     * @param synapses what the synapses are in the release
     */
    static int write(
            Batch wrapped,
            ReleasedAstrocytes astrocytes,
            ReleasedCells cells,
            String population,
            ReleasedSynapses synapses,
            Path folder) {
        int n = wrapped.rowCount();
        long[] sources = astrocytes.rows(wrapped.longs("source_node_id"));
        var edges = SonataColumns.of(wrapped, ELSEWHERE)
                .put("astrocyte_section_id", new int[n]) // an astrocyte is its soma, the nearest place its centre
                .put("astrocyte_segment_id", new int[n])
                .put("astrocyte_segment_offset", new float[n])
                .put("astrocyte_section_pos", new float[n]);
        astrocytes.putCentres(edges, sources);
        names(edges, wrapped, synapses);
        EdgesWriter.write(
                folder.resolve(FILE),
                edges(population),
                new EdgesWriter.End(ReleasedAstrocytes.POPULATION, astrocytes.count(), sources),
                new EdgesWriter.End(population, cells.count(), cells.rows(wrapped.longs("target_node_id"))),
                edges,
                EdgesWriter.SYNAPSE_ASTROCYTE);
        return n;
    }

    private static void names(Columns edges, Batch wrapped, ReleasedSynapses synapses) {
        var population = new String[wrapped.rowCount()];
        Arrays.fill(population, synapses.population());
        edges.put("synapse_id", synapses.edges(wrapped.longs("synapse_id")))
                .attribute("synapse_id", "edge_population", synapses.population())
                .put("synapse_population", population);
    }
}
