package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.placement.model.PlacedCells;
import io.brainwright.placement.model.PlacedGlia;
import io.brainwright.placement.model.Placement;
import io.brainwright.proto.placement.v1.AstrocyteDomains;
import io.brainwright.proto.placement.v1.PlacementRequest;
import java.util.ArrayList;
import java.util.List;

/** Places cells, one chunk per column or subregion; the first chunk also writes the row about the shape. */
public final class PlacementStage implements Stage<PlacementRequest> {
    /** chosen: rows in one record batch, about 5 MB. */
    private static final int ROWS = 50_000;

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public PlacementRequest emptyRequest() {
        return PlacementRequest.getDefaultInstance();
    }

    @Override
    public PlacementRequest complete(PlacementRequest request) {
        return PlacementRequests.complete(request);
    }

    @Override
    public List<DatasetId> inputs(PlacementRequest request) {
        return List.of(new DatasetId(request.getAtlas().getId()));
    }

    @Override
    public List<TableSchema> tables(PlacementRequest request) {
        var tables = new ArrayList<>(List.of(PlacementTables.SHAPE, PlacementTables.CELLS));
        if (request.getClassesCount() > 0) {
            tables.add(PlacementTables.GLIA);
        }
        if (request.getDomains() != AstrocyteDomains.ASTROCYTE_DOMAINS_UNSPECIFIED) {
            tables.add(PlacementTables.DOMAINS);
        }
        return List.copyOf(tables);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "placed";
    }

    @Override
    public List<ChunkSpec> chunks(PlacementRequest request, Datasets inputs) {
        var placement = Tissues.placement(request, inputs);
        var chunks = new ArrayList<ChunkSpec>();
        long first = 0;
        for (int tile = 0; tile < placement.tiles().size(); tile++) {
            long n = placement.cells(tile);
            chunks.add(new ChunkSpec(tile, placement.tiles().get(tile).label(), first, first + n, n));
            first += n;
        }
        return chunks;
    }

    @Override
    public void make(PlacementRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var placement = Tissues.placement(request, inputs);
        var recipe = placement.tiles().getFirst().region().sheet().recipe();
        if (chunk.index() == 0) {
            out.write(shape(request, placement, recipe, inputs));
        }
        var domains = new DomainRows(request);
        placement.place(chunk.index(), layer -> write(layer, chunk, placement, recipe, out), glia -> {
            write(glia, recipe, out);
            domains.add(glia);
        });
        domains.write(placement.tiles().get(chunk.index()), out);
    }

    private static void write(PlacedGlia glia, CorticalRecipe recipe, ChunkSink out) {
        for (int from = 0; from < glia.size(); from += ROWS) {
            out.write(GliaRows.batch(glia, recipe, from, Math.min(glia.size(), from + ROWS)));
        }
    }

    private static void write(
            PlacedCells layer, ChunkSpec chunk, Placement placement, CorticalRecipe recipe, ChunkSink out) {
        var rows = new CellRows(layer, placement.mtypes(), recipe);
        for (int from = 0; from < layer.size(); from += ROWS) {
            int to = Math.min(layer.size(), from + ROWS);
            out.write(rows.batch(from, to));
            out.progress(layer.firstId() + to - chunk.first(), "layer " + layer.layer());
        }
    }

    private static Batch shape(PlacementRequest request, Placement placement, CorticalRecipe recipe, Datasets inputs) {
        var grid = inputs.read(new DatasetId(request.getAtlas().getId()), "grid", 0);
        return Batch.of(
                PlacementTables.SHAPE,
                new String[] {recipe.file().name()},
                new String[] {grid.texts("region")[0]},
                new String[] {PlacementAnswers.shape(placement)},
                new double[] {placement.volume_mm3()},
                new double[] {placement.cellsInShape()},
                new long[] {placement.cells()},
                new double[] {placement.fraction()},
                new double[] {request.getDensityScale()},
                new String[] {PlacementAnswers.thinning(placement)});
    }
}
