package io.brainwright.connectome.service;

import io.brainwright.connectome.model.pruning.PathwayStatistics;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.PilotCells;
import io.brainwright.connectome.model.wiring.TouchingPair;
import io.brainwright.connectome.model.wiring.TouchingPairs;
import io.brainwright.connectome.model.wiring.Wiring;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.recipe.RecipeValue;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.fabric.v1.Assumption;
import io.brainwright.proto.fabric.v1.Estimate;
import java.util.ArrayList;

/** Says what a build would cost by wiring a few cells for real. */
final class WiringEstimate {
    private static final int SAMPLE = 8;
    private static final double BYTES_PER_SYNAPSE = 170;
    private static final double BYTES_PER_PAIR = 50;
    private static final double OBJECT_BYTES_PER_SYNAPSE = 700;

    private WiringEstimate() {}

    static Estimate of(ConnectomeRequest request, Datasets inputs, ConnectomeRecipe recipe, int targetsPerChunk) {
        var circuit = new Circuit(
                inputs, ConnectomeRequests.id(request.getCells()), ConnectomeRequests.id(request.getMorphologies()));
        long[] ids = circuit.nodeIds();
        var picked = PilotCells.pick(ids, SAMPLE, request.getSeed());
        long began = System.nanoTime();
        var pairs = new TouchingPairs(
                circuit.these(picked::contains), ConnectomeRequests.rules(request, recipe), request.getSeed());
        var statistics = new PathwayStatistics(recipe.pruning());
        var touching = new ArrayList<TouchingPair>();
        circuit.each(_ -> true, source -> pairs.onto(source, touching::add));
        var usable = touching.stream().filter(p -> !p.contacts().isEmpty()).toList();
        usable.forEach(p -> statistics.count(
                p.source().type(), p.target().type(), p.contacts().size()));
        var wiring = new Wiring(statistics, recipe.physiology(), request.getSeed());
        touching.forEach(wiring::add);
        double seconds = (System.nanoTime() - began) * 1e-9;
        double scale = picked.isEmpty() ? 0 : (double) ids.length / picked.size();
        double synapses = wiring.synapseCount() * scale;
        double again = 1 + Math.min(1, (double) recipe.pruning().pilotCells() / Math.max(1, ids.length));
        double perChunk = synapses * targetsPerChunk / Math.max(1, ids.length);
        var estimate = Estimate.newBuilder()
                .setSeconds(seconds * scale * again)
                .setMemoryBytes((long) (perChunk * OBJECT_BYTES_PER_SYNAPSE))
                .setDiskBytes((long) (synapses * BYTES_PER_SYNAPSE + touching.size() * scale * BYTES_PER_PAIR))
                .setAmount(synapses)
                .setUnit("synapses")
                .addNotes("Wired %d of %d cells to know; on one thread.".formatted(picked.size(), ids.length));
        recipe.file().values().stream()
                .filter(v -> v.path().startsWith("touch.") || v.path().startsWith("pruning."))
                .forEach(v -> estimate.addAssumptions(assumption(v)));
        return estimate.build();
    }

    private static Assumption assumption(RecipeValue value) {
        return Assumption.newBuilder()
                .setPath("connectome." + value.path())
                .setValue(String.valueOf(value.value()))
                .setUnit(value.unit())
                .setSource(value.source())
                .addAllAlternatives(value.alternatives())
                .addAllGeneralised(value.generalised())
                .build();
    }
}
