package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.sim.v1.ThresholdRequest;
import io.brainwright.sim.model.circuit.CircuitBuilder;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.threshold.ThresholdSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the threshold current of every cell; a chunk is some cells by rising node id. */
public final class ThresholdStage implements Stage<ThresholdRequest> {
    static final String NAME = "sim-thresholds";
    /** chosen: enough cells to fill a device, few enough that a chunk takes about a minute. */
    private static final int CELLS = 64;

    private final int threads;

    /** @param threads change nothing but the time */
    public ThresholdStage(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public ThresholdRequest emptyRequest() {
        return ThresholdRequest.getDefaultInstance();
    }

    @Override
    public ThresholdRequest complete(ThresholdRequest request) {
        var complete = request.toBuilder();
        if (complete.getDtMs() == 0) {
            complete.setDtMs(SimRequestCheck.DT_MS);
        }
        if (complete.getTemperatureDegC() == 0) {
            complete.setTemperatureDegC(SimRequestCheck.TEMPERATURE_DEGC);
        }
        var faults = new Faults();
        faults.dataset("cells", complete.getCells());
        faults.dataset("morphologies", complete.getMorphologies());
        SimRequestCheck.integration(complete.getDtMs(), complete.getTemperatureDegC(), faults);
        if (request.hasOwnValues()) {
            var own = SimRequestCheck.own(request.getOwnValues(), faults);
            complete.clearOwnValues();
            own.ifPresent(complete::setOwnValues);
        }
        faults.throwIfAny("Threshold currents cannot be found as asked.");
        return complete.build();
    }

    @Override
    public List<DatasetId> inputs(ThresholdRequest request) {
        return List.of(
                new DatasetId(request.getCells().getId()),
                new DatasetId(request.getMorphologies().getId()));
    }

    @Override
    public List<TableSchema> tables(ThresholdRequest request) {
        return List.of(ThresholdRows.SCHEMA);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "brought to threshold";
    }

    @Override
    public List<ChunkSpec> chunks(ThresholdRequest request, Datasets inputs) {
        int n = CellRows.cells(inputs, new DatasetId(request.getCells().getId()))
                .size();
        var chunks = new ArrayList<ChunkSpec>();
        for (int first = 0; first < n; first += CELLS) {
            int end = Math.min(n, first + CELLS);
            chunks.add(new ChunkSpec(chunks.size(), "cells %d..%d".formatted(first, end - 1), first, end, end - first));
        }
        return chunks;
    }

    @Override
    public void make(ThresholdRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var recipe = RecipeFile.open(ElectricalModels.RECIPE).with(OwnNumbers.of(request.getOwnValues()));
        var cells = CellRows.cells(inputs, new DatasetId(request.getCells().getId()))
                .subList((int) chunk.first(), (int) chunk.end());
        var setting = new ThresholdSearch.Setting(
                request.getDtMs(),
                request.getTemperatureDegC(),
                recipe.number("fixed.v_init_mV"),
                request.getSeed(),
                threads);
        var searched = searched(cells, ElectricalModels.of(recipe), request, inputs);
        var found = ThresholdSearch.of(searched, setting, said -> out.progress(0, said));
        out.write(ThresholdRows.of(cells, found));
        out.progress(chunk.amount(), "threshold currents of %d cells".formatted(found.size()));
    }

    private static List<ThresholdSearch.Cell> searched(
            List<PlacedCell> cells, ElectricalModels models, ThresholdRequest request, Datasets inputs) {
        var byId = new HashMap<Long, PlacedCell>();
        cells.forEach(c -> byId.put(c.node_id(), c));
        var shaped = new HashMap<Long, ThresholdSearch.Cell>();
        var morphologies = new DatasetId(request.getMorphologies().getId());
        for (var part : inputs.manifest(morphologies).chunks()) {
            var rows = inputs.read(morphologies, MorphologyTable.NAME, part.index());
            for (int i = 0; i < rows.rowCount(); i++) {
                var cell = byId.get(rows.longs("node_id")[i]);
                if (cell != null) {
                    var model = models.of(cell.etype(), cell.layer());
                    var shape = model.compartments(MorphologyTable.morphology(rows, i));
                    shaped.put(cell.node_id(), new ThresholdSearch.Cell(cell.node_id(), shape, model.membrane()));
                }
            }
        }
        return cells.stream().map(c -> shaped(shaped, c.node_id())).toList();
    }

    private static ThresholdSearch.Cell shaped(Map<Long, ThresholdSearch.Cell> shaped, long node_id) {
        var cell = shaped.get(node_id);
        if (cell == null) {
            throw CircuitBuilder.withoutMorphology(node_id);
        }
        return cell;
    }
}
