package io.brainwright.connectome.service;

import io.brainwright.connectome.model.gap.CoupledCells;
import io.brainwright.connectome.model.gap.GapJunction;
import io.brainwright.connectome.model.gap.GapRules;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.connectome.v1.GapJunctionsRequest;
import java.util.ArrayList;
import java.util.List;

/** Couples interneurons by gap junctions: table {@code gap_junctions}. A chunk is a range of 64 target ids. */
public final class GapStage implements Stage<GapJunctionsRequest> {
    private static final String NAME = "connectome-gap";

    private final RecipeFile recipe = RecipeFile.open("rat-nbs1-synapses");
    private final Circuits circuits = new Circuits();
    private final int targetsPerChunk;

    public GapStage() {
        this(64);
    }

    /** For tests: the chunk size changes no row. */
    GapStage(int targetsPerChunk) {
        this.targetsPerChunk = targetsPerChunk;
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
    public GapJunctionsRequest emptyRequest() {
        return GapJunctionsRequest.getDefaultInstance();
    }

    @Override
    public GapJunctionsRequest complete(GapJunctionsRequest request) {
        var faults = new ArrayList<FieldFault>();
        ConnectomeRequests.checkDataset("cells", request.getCells(), faults);
        ConnectomeRequests.checkDataset("morphologies", request.getMorphologies(), faults);
        var complete = request.toBuilder().clearOwnValues();
        if (request.hasOwnValues()) {
            OwnNumbers.complete(request.getOwnValues(), NAME, recipe, faults).ifPresent(complete::setOwnValues);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The request for gap junctions cannot stay as it is.", faults);
        }
        return complete.build();
    }

    @Override
    public List<DatasetId> inputs(GapJunctionsRequest request) {
        return List.of(ConnectomeRequests.id(request.getCells()), ConnectomeRequests.id(request.getMorphologies()));
    }

    @Override
    public List<TableSchema> tables(GapJunctionsRequest request) {
        return List.of(GapTables.JUNCTIONS);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "coupled";
    }

    @Override
    public List<ChunkSpec> chunks(GapJunctionsRequest request, Datasets inputs) {
        return TargetChunks.of(circuit(request, inputs).nodeIds(), targetsPerChunk);
    }

    @Override
    public void make(GapJunctionsRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var rules = new GapRules(recipe.with(OwnNumbers.of(request.getOwnValues())));
        var circuit = circuit(request, inputs);
        var coupled = new CoupledCells(circuit.range(chunk.first(), chunk.end()), rules, request.getSeed());
        var junctions = new ArrayList<GapJunction>();
        long[] ids = circuit.nodeIds();
        int[] seen = {0};
        circuit.each(id -> id < chunk.end(), cell -> {
            coupled.with(cell, junctions::add);
            out.progress(
                    Math.min(chunk.amount(), chunk.amount() * ++seen[0] / ids.length),
                    "%d gap junctions".formatted(junctions.size()));
        });
        junctions.sort(GapJunction.ORDER);
        out.write(GapTables.rows(junctions, rules.conductance_nS()));
    }

    private Circuit circuit(GapJunctionsRequest request, Datasets inputs) {
        return circuits.of(inputs, request.getCells(), request.getMorphologies());
    }
}
