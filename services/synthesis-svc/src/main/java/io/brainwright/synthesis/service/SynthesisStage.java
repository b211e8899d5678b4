package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.synthesis.model.growth.CellGrower;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grows one morphology per placed cell, with its axon to other regions where one is asked for; 64 cells to a chunk. */
public final class SynthesisStage implements Stage<SynthesisRequest> {
    private static final int CELLS_PER_CHUNK = 64;

    private final GrowthCatalogue catalogue;
    private final CorticalLayers layers;

    public SynthesisStage(GrowthCatalogue catalogue, CorticalLayers layers) {
        this.catalogue = catalogue;
        this.layers = layers;
    }

    @Override
    public String name() {
        return "synthesis";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public SynthesisRequest emptyRequest() {
        return SynthesisRequest.getDefaultInstance();
    }

    @Override
    public SynthesisRequest complete(SynthesisRequest request) {
        var id = request.getCells().getId();
        if (!id.matches("[0-9a-f]{64}")) {
            throw Problem.invalid(
                    "The request for morphologies is not complete.",
                    List.of(new FieldFault(
                            "cells", "'%s'; name the placed cells by 64 hexadecimal digits.".formatted(id))));
        }
        return request.hasLongRange()
                ? request.toBuilder()
                        .setLongRange(LongRangeRequests.complete(request.getLongRange()))
                        .build()
                : request;
    }

    @Override
    public List<DatasetId> inputs(SynthesisRequest request) {
        return List.of(new DatasetId(request.getCells().getId()));
    }

    @Override
    public List<TableSchema> tables(SynthesisRequest request) {
        return List.of(MorphologyTable.SCHEMA);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "grown";
    }

    @Override
    public List<ChunkSpec> chunks(SynthesisRequest request, Datasets inputs) {
        if (request.hasLongRange()) {
            LongRangeRequests.checkCells(
                    request.getLongRange(), inputs, inputs(request).getFirst());
        }
        long n = inputs.manifest(inputs(request).getFirst()).rows().getOrDefault(PlacedCells.TABLE, 0L);
        var chunks = new ArrayList<ChunkSpec>();
        for (long first = 0; first < n; first += CELLS_PER_CHUNK) {
            long end = Math.min(n, first + CELLS_PER_CHUNK);
            chunks.add(new ChunkSpec(chunks.size(), "cells %d..%d".formatted(first, end - 1), first, end, end - first));
        }
        return chunks;
    }

    @Override
    public void make(SynthesisRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var cells = PlacedCells.read(inputs, inputs(request).getFirst(), chunk.first(), chunk.end());
        var grown = new Morphology[cells.size()];
        var projections = request.hasLongRange()
                ? Optional.of(new Projections(request.getLongRange(), request.getSeed(), catalogue))
                : Optional.<Projections>empty();
        for (int c = 0; c < grown.length; c++) {
            grown[c] = local(request, cells, c);
            if (projections.isPresent()) {
                grown[c] = projections.get().extended(cells, c, grown[c]);
            }
            out.progress(c + 1L, "layer " + cells.layer(c));
        }
        out.write(MorphologyTable.toBatch(cells.nodeIds(), grown));
    }

    private Morphology local(SynthesisRequest request, PlacedCells cells, int c) {
        var rule = catalogue.rule(cells.mtype(c));
        return CellGrower.grow(
                request.getSeed(),
                cells.nodeId(c),
                rule,
                catalogue.parameters(rule),
                layers.tissue(cells.depth_um(c), rule.grown_from()),
                !request.getWithoutAxons());
    }
}
