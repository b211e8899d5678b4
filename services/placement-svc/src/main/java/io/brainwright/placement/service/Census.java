package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.placement.v1.CensusResponse;
import io.brainwright.proto.placement.v1.CensusRow;
import java.util.List;
import java.util.TreeMap;

/** Counts placed cells by layer and m-type, chunk by chunk. */
final class Census {
    private record Kind(int layer, String mtype, String synapseClass) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return layer == other.layer ? mtype.compareTo(other.mtype) : Integer.compare(layer, other.layer);
        }
    }

    private Census() {}

    static CensusResponse of(DatasetId id, Datasets datasets) {
        var manifest = placement(id, datasets);
        var counts = new TreeMap<Kind, Long>();
        for (var chunk : manifest.chunks()) {
            count(datasets.read(id, "cells", chunk.index()), counts);
            if (manifest.rows().containsKey(PlacementTables.GLIA.name())) {
                countGlia(datasets.read(id, PlacementTables.GLIA.name(), chunk.index()), counts);
            }
        }
        var reply = CensusResponse.newBuilder()
                .setCellsInShape(datasets.read(id, "shape", 0).doubles("cells_in_shape")[0]);
        counts.forEach((kind, n) -> reply.addRows(CensusRow.newBuilder()
                .setLayer(kind.layer())
                .setMType(kind.mtype())
                .setSynapseClass(kind.synapseClass())
                .setCells(n)));
        return reply.build();
    }

    /** What is known of placed cells; a fault where the dataset is something else. */
    static Manifest placement(DatasetId id, Datasets datasets) {
        var manifest = datasets.manifest(id);
        if (!manifest.rows().containsKey("cells") || !manifest.rows().containsKey(PlacementTables.SHAPE.name())) {
            throw Problem.invalid(
                    "The cells cannot be counted.",
                    List.of(new FieldFault(
                            "cells",
                            "Dataset %s was made by '%s'; placed cells are needed."
                                    .formatted(id.brief(), manifest.stage()))));
        }
        return manifest;
    }

    private static void countGlia(Batch glia, TreeMap<Kind, Long> counts) {
        var layers = glia.bytes("layer");
        var kinds = glia.texts("kind");
        for (int i = 0; i < glia.rowCount(); i++) {
            counts.merge(new Kind(layers[i], kinds[i], "GLIA"), 1L, Long::sum);
        }
    }

    private static void count(Batch cells, TreeMap<Kind, Long> counts) {
        var layers = cells.bytes("layer");
        var mtypes = cells.texts("mtype");
        var classes = cells.texts("synapse_class");
        for (int i = 0; i < cells.rowCount(); i++) {
            counts.merge(new Kind(layers[i], mtypes[i], classes[i]), 1L, Long::sum);
        }
    }
}
