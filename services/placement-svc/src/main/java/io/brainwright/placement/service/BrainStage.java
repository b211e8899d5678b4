package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.Assumptions;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.vocabulary.NearestNames;
import io.brainwright.placement.model.brain.BrainPart;
import io.brainwright.placement.model.brain.BrainTiles;
import io.brainwright.placement.model.brain.PlacedTile;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.placement.v1.BrainRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Places the cells of a mouse brain from its totals, one chunk per tile; the first chunk also writes the rows about the parts. */
public final class BrainStage implements Stage<BrainRequest> {
    private static final String NAME = "placement-brain";
    /** chosen: rows in one record batch, about 1.5 MB. */
    private static final int ROWS = 50_000;
    /** Measured on the wire; the broker keeps 16 of them (benchmarks/results/anatomy.md). */
    private static final double BYTES_PER_CELL = 28.8;
    /** Measured on two cores of a shared machine, the whole brain: benchmarks/results/anatomy.md. */
    private static final double CELLS_PER_S = 400_000;
    /** Places, neighbours and rows of a tile while it is made. */
    private static final long MEMORY_PER_CELL = 150;

    private final RecipeFile totals = RecipeFile.open("mouse-ccf");
    private final RecipeFile volumes = RecipeFile.open("mouse-brain");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public BrainRequest emptyRequest() {
        return BrainRequest.getDefaultInstance();
    }

    @Override
    public BrainRequest complete(BrainRequest request) {
        var faults = new ArrayList<FieldFault>();
        for (var name : request.getRegionsList()) {
            if (!BrainPart.ACRONYMS.contains(name)) {
                faults.add(new FieldFault(
                        "regions",
                        "There is no part '%s'. %s".formatted(name, NearestNames.sentence(name, BrainPart.ACRONYMS))));
            }
        }
        double fraction = request.getFraction() == 0 ? 1 : request.getFraction();
        if (!(fraction > 0 && fraction <= 1)) {
            faults.add(new FieldFault("fraction", "%s is not above 0 and at most 1.".formatted(fraction)));
        }
        var regions = BrainPart.ACRONYMS.stream()
                .filter(a -> request.getRegionsCount() == 0
                        || request.getRegionsList().contains(a))
                .toList();
        var complete = request.toBuilder()
                .clearRegions()
                .addAllRegions(regions)
                .setFraction(fraction)
                .clearOwnValues();
        if (request.hasOwnValues()) {
            GliaEdges.checkPositive(request.getOwnValues(), faults);
            OwnNumbers.complete(request.getOwnValues(), NAME, volumes, faults).ifPresent(complete::setOwnValues);
        }
        if (faults.isEmpty()) {
            checkCells(complete.build(), faults);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The brain's cells cannot be placed as asked.", faults);
        }
        return complete.build();
    }

    private void checkCells(BrainRequest complete, List<FieldFault> faults) {
        for (var part : parts(complete)) {
            if (Math.round(complete.getFraction() * part.total()) == 0) {
                faults.add(new FieldFault(
                        "fraction",
                        "%s of %s holds no cell; take %.1e or more."
                                .formatted(complete.getFraction(), part.acronym(), 1.0 / part.total())));
            }
        }
    }

    @Override
    public List<DatasetId> inputs(BrainRequest request) {
        return List.of();
    }

    @Override
    public List<TableSchema> tables(BrainRequest request) {
        return List.of(BrainTables.PARTS, BrainTables.CELLS);
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
    public List<ChunkSpec> chunks(BrainRequest request, Datasets inputs) {
        var chunks = new ArrayList<ChunkSpec>();
        for (var tile : tiles(request).tiles()) {
            long end = tile.firstId() + tile.size();
            chunks.add(new ChunkSpec(chunks.size(), tile.label(), tile.firstId(), end, tile.size()));
        }
        return chunks;
    }

    @Override
    public void make(BrainRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var tiles = tiles(request);
        if (chunk.index() == 0) {
            out.write(BrainTables.parts(parts(request), tiles, request.getFraction()));
        }
        var tile = tiles.tiles().get(chunk.index());
        var placed = PlacedTile.of(tile, request.getSeed());
        for (int from = 0; from < placed.size(); from += ROWS) {
            int to = Math.min(placed.size(), from + ROWS);
            out.write(BrainTables.cells(tile, placed, from, to));
            out.progress(to, tile.label());
        }
    }

    /** What a complete request would cost. */
    Estimate estimate(BrainRequest complete) {
        var tiles = tiles(complete);
        long cells = tiles.cells();
        var reply = Estimate.newBuilder()
                .setAmount(cells)
                .setUnit("cells")
                .setSeconds(1 + cells / CELLS_PER_S)
                .setMemoryBytes(tiles.mostCells()
                        * MEMORY_PER_CELL
                        * Runtime.getRuntime().availableProcessors())
                .setDiskBytes((long) (cells * BYTES_PER_CELL))
                .addNotes(String.format(
                        Locale.ROOT,
                        "%,d cells in %,d tiles, %s of the volume of %s, at full density.",
                        cells,
                        tiles.tiles().size(),
                        complete.getFraction(),
                        String.join(", ", complete.getRegionsList())))
                .addNotes("Parts are heaps of cubes of their volume, not of the brain's form.")
                .addAssumptions(Assumptions.of(totals.value("whole_brain.inhibitory_fraction")));
        for (var region : complete.getRegionsList()) {
            reply.addAssumptions(Assumptions.of(own(complete).value("regions." + region + ".volume_mm3")));
        }
        return reply.build();
    }

    private BrainTiles tiles(BrainRequest complete) {
        return new BrainTiles(parts(complete), complete.getFraction(), complete.getSeed());
    }

    private List<BrainPart> parts(BrainRequest complete) {
        return BrainPart.mouse(totals, own(complete)).stream()
                .filter(p -> complete.getRegionsList().contains(p.acronym()))
                .toList();
    }

    private RecipeFile own(BrainRequest complete) {
        return complete.hasOwnValues() ? volumes.with(OwnNumbers.of(complete.getOwnValues())) : volumes;
    }
}
