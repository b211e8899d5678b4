package io.brainwright.connectome.service;

import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.SynapseClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** The neurons of a circuit with their shapes, read one chunk of morphologies at a time. Cells without a synapse class are glia. */
final class Circuit {
    private static final long LARGEST_ID = (1L << 32) - 1;

    private final Datasets datasets;
    private final DatasetId morphologies;
    private final Batch cells;
    private final Map<Long, Integer> rowOf = new HashMap<>();
    private final long[] nodeIds;
    private final KeyRanges shapes;

    Circuit(Datasets datasets, DatasetId cellsId, DatasetId morphologies) {
        this.datasets = datasets;
        this.morphologies = morphologies;
        cells = datasets.read(cellsId, "cells");
        long[] ids = cells.longs("node_id");
        for (int row = 0; row < ids.length; row++) {
            if (isNeuron(cells.texts("synapse_class")[row])) {
                requireSmall(ids[row]);
                rowOf.put(ids[row], row);
            }
        }
        shapes = new KeyRanges(datasets.manifest(morphologies).chunks().size());
        nodeIds = rowOf.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Ids of all neurons, ascending. */
    long[] nodeIds() {
        return nodeIds.clone();
    }

    /** Neurons with ids in first..end-1, ascending. */
    List<PlacedCell> range(long first, long end) {
        return found(first, end, id -> id >= first && id < end);
    }

    /** The neurons whose ids are wanted, ascending; all of them must have a shape. */
    List<PlacedCell> these(LongPredicate wanted) {
        return found(0, LARGEST_ID + 1, wanted);
    }

    private List<PlacedCell> found(long first, long end, LongPredicate wanted) {
        var byId = new HashMap<Long, PlacedCell>();
        each(first, end, wanted, cell -> byId.put(cell.nodeId(), cell));
        var found = new ArrayList<PlacedCell>();
        for (long id : Arrays.stream(nodeIds).filter(wanted).toArray()) {
            var cell = byId.get(id);
            if (cell == null) {
                throw new Problem(
                        Kind.PRECONDITION,
                        "MORPHOLOGY_MISSING",
                        "Cell %d has no morphology in dataset %s.".formatted(id, morphologies.brief()),
                        "Build the morphologies from the same cells.",
                        Map.of("node_id", String.valueOf(id), "morphologies", morphologies.hex()));
            }
            found.add(cell);
        }
        return found;
    }

    /** Shows one neuron after another, in the order of the morphologies. */
    void each(LongPredicate wanted, Consumer<PlacedCell> seen) {
        each(0, LARGEST_ID + 1, wanted, seen);
    }

    private void each(long first, long end, LongPredicate wanted, Consumer<PlacedCell> seen) {
        for (int chunk = 0; chunk < shapes.chunks(); chunk++) {
            if (!shapes.mayHold(chunk, first, end)) {
                continue;
            }
            var rows = datasets.read(morphologies, MorphologyTable.NAME, chunk);
            shapes.read(chunk, rows, "node_id");
            long[] ids = rows.longs("node_id");
            for (int i = 0; i < ids.length; i++) {
                var row = rowOf.get(ids[i]);
                if (row != null && wanted.test(ids[i])) {
                    seen.accept(placed(row, rows, i));
                }
            }
        }
    }

    private PlacedCell placed(int row, Batch shapes, int i) {
        var type = new CellType(cells.texts("mtype")[row], SynapseClass.valueOf(cells.texts("synapse_class")[row]));
        var turn = new Quaternion(
                        cells.floats("orientation_w")[row],
                        cells.floats("orientation_x")[row],
                        cells.floats("orientation_y")[row],
                        cells.floats("orientation_z")[row])
                .normalised();
        return new PlacedCell(
                cells.longs("node_id")[row],
                type,
                MorphologyTable.morphology(shapes, i),
                cells.floats("x")[row],
                cells.floats("y")[row],
                cells.floats("z")[row],
                turn);
    }

    static boolean isNeuron(String synapseClass) {
        return "EXC".equals(synapseClass) || "INH".equals(synapseClass);
    }

    private static void requireSmall(long id) {
        if (id < 0 || id > LARGEST_ID) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "NODE_ID_TOO_LARGE",
                    "Node id %s needs more than 32 bits.".formatted(Long.toUnsignedString(id)),
                    "Connections are keyed by two ids of 32 bits: number the cells from 0.",
                    Map.of("node_id", Long.toUnsignedString(id)));
        }
    }
}
