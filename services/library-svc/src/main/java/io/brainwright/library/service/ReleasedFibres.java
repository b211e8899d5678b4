package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.NodesWriter;
import io.brainwright.sonata.hdf5.Columns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Thalamic fibres as a virtual population, whose id is the row, and their synapses as edges onto the cells. */
final class ReleasedFibres {
    static final String POPULATION = "thalamus";
    static final String NODES = "nodes_thalamus.h5";
    static final String EDGES = "edges_thalamus.h5";

    private final Datasets datasets;
    private final DatasetId made;
    private final int count;

    private ReleasedFibres(Datasets datasets, DatasetId made, int count) {
        this.datasets = datasets;
        this.made = made;
        this.count = count;
    }

    /** Writes the fibres; they are numbered from 0 in the dataset, as SONATA numbers nodes. */
    static ReleasedFibres write(Datasets datasets, DatasetId made, Path folder) {
        var rows = datasets.read(made, "fibres");
        var nodes = SonataColumns.of(rows, Set.of("node_id", "nucleus"));
        String[] types = new String[rows.rowCount()];
        Arrays.fill(types, "virtual");
        nodes.put("model_type", types);
        nodes.put("region", rows.texts("nucleus"));
        NodesWriter.writeVirtual(folder.resolve(NODES), POPULATION, nodes);
        return new ReleasedFibres(datasets, made, rows.rowCount());
    }

    static String edges(String target) {
        return "%s__%s__chemical".formatted(POPULATION, target);
    }

    /** Writes their synapses; gives how many. */
    int edges(Path folder, String population, ReleasedCells cells, ReleasedShapes shapes) {
        Batch rows = datasets.read(made, "thalamic_synapses");
        long[] targets = cells.rows(rows.longs("target_node_id"));
        var edges = SonataColumns.of(rows, Set.of("source_node_id", "target_node_id"));
        shapes.renumber(edges, "afferent", targets);
        EdgesWriter.write(
                folder.resolve(EDGES),
                edges(population),
                new EdgesWriter.End(POPULATION, count, rows.longs("source_node_id")),
                new EdgesWriter.End(population, cells.count(), targets),
                withSpines(edges));
        return edges.rows();
    }

    /** Fibres are lines without a surface: the gap of their synapses, which readers ask for, is not a number. */
    private static Columns withSpines(Columns edges) {
        if (!edges.has("spine_length")) {
            float[] unknown = new float[edges.rows()];
            Arrays.fill(unknown, Float.NaN);
            edges.put("spine_length", unknown);
        }
        return edges;
    }
}
