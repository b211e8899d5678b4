package io.brainwright.connectome.service;

import io.brainwright.connectome.model.pruning.PathwayPruning;
import io.brainwright.connectome.model.pruning.Prunings;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.TouchRules;
import io.brainwright.connectome.model.wiring.TouchingPairs;
import io.brainwright.connectome.model.wiring.Wiring;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.fabric.v1.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Wires cells: tables {@code synapses}, {@code connections} and {@code pathways}. A chunk is a range of 64 target ids. */
public final class ConnectomeStage implements Stage<ConnectomeRequest> {
    /** chosen: the worst three tell where to look. */
    private static final int NAMED = 3;

    private final ConnectomeRecipe recipe = ConnectomeRecipe.ratNonBarrelCortex();
    private final Pilot pilot = new Pilot(recipe);
    private final Circuits circuits = new Circuits();
    private final int targetsPerChunk;

    public ConnectomeStage() {
        this(64);
    }

    /** For tests: the chunk size changes no row. */
    ConnectomeStage(int targetsPerChunk) {
        this.targetsPerChunk = targetsPerChunk;
    }

    @Override
    public String name() {
        return "connectome";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public ConnectomeRequest emptyRequest() {
        return ConnectomeRequest.getDefaultInstance();
    }

    @Override
    public ConnectomeRequest complete(ConnectomeRequest request) {
        return ConnectomeRequests.complete(request, recipe);
    }

    @Override
    public List<DatasetId> inputs(ConnectomeRequest request) {
        return List.of(ConnectomeRequests.id(request.getCells()), ConnectomeRequests.id(request.getMorphologies()));
    }

    @Override
    public List<TableSchema> tables(ConnectomeRequest request) {
        return request.getTargetingCount() == 0
                ? List.of(ConnectomeTables.SYNAPSES, ConnectomeTables.CONNECTIONS, ConnectomeTables.PATHWAYS)
                : List.of(
                        ConnectomeTables.SYNAPSES,
                        ConnectomeTables.CONNECTIONS,
                        ConnectomeTables.PATHWAYS,
                        ConnectomeTables.TARGETING);
    }

    @Override
    public String unit() {
        return "cells";
    }

    @Override
    public String verb() {
        return "wired";
    }

    @Override
    public List<ChunkSpec> chunks(ConnectomeRequest request, Datasets inputs) {
        return TargetChunks.of(circuit(request, inputs).nodeIds(), targetsPerChunk);
    }

    @Override
    public void make(ConnectomeRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        out.progress(0, "measuring pathways");
        var own = own(request);
        var measured = pilot.measured(request, inputs);
        var circuit = circuit(request, inputs);
        var targets = circuit.range(chunk.first(), chunk.end());
        var pairs = new TouchingPairs(targets, rules(request, inputs), request.getSeed());
        var wiring = new Wiring(measured.prunings(), own.physiology(), request.getSeed());
        int axons = circuit.nodeIds().length;
        int[] seen = {0};
        var axonless = new Axonless();
        boolean first = chunk.index() == 0;
        circuit.each(_ -> true, source -> {
            if (first) {
                axonless.see(source); // all chunks have the same sources
            }
            pairs.onto(source, wiring::add);
            out.progress(chunk.amount() * ++seen[0] / axons, synapses(wiring.synapseCount()));
        });
        axonless.tell();
        out.write(SynapseRows.of(wiring.synapses()));
        out.write(PairRows.connections(wiring.connections()));
        if (first) {
            report(measured.prunings(), out);
            if (!measured.reports().isEmpty()) {
                out.write(PairRows.targeting(measured.reports()));
            }
        }
    }

    Estimate estimate(ConnectomeRequest complete, Datasets inputs) {
        return WiringEstimate.of(complete, inputs, own(complete), targetsPerChunk);
    }

    /** The recipe with the request's own numbers. */
    ConnectomeRecipe own(ConnectomeRequest request) {
        return recipe.with(OwnNumbers.of(request.getOwnValues()));
    }

    /** What the build measured on its pilot cells. */
    Prunings prunings(ConnectomeRequest complete, Datasets inputs) {
        return pilot.measured(complete, inputs).prunings();
    }

    /** Which appositions count, and what axons choose. */
    TouchRules rules(ConnectomeRequest complete, Datasets inputs) {
        var rules = ConnectomeRequests.rules(complete, own(complete));
        return complete.getTargetingCount() == 0
                ? rules
                : rules.with(pilot.measured(complete, inputs).specificity());
    }

    private static void report(Prunings statistics, ChunkSink out) {
        var pathways = statistics.all();
        out.write(PairRows.pathways(pathways));
        var unreachable = pathways.stream()
                .filter(p -> !p.reachable())
                .sorted(Comparator.comparingDouble(
                        p -> p.expected().keptShare() / p.rule().reduction()))
                .toList();
        if (!unreachable.isEmpty()) {
            System.getLogger(ConnectomeStage.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            "{0} of {1} pathways cannot reach their bouton density: too few appositions per pair for the"
                                    + " synapses that were measured. Furthest from it: {2}. All: table 'pathways'.",
                            unreachable.size(),
                            pathways.size(),
                            String.join(
                                    "; ",
                                    unreachable.stream()
                                            .limit(NAMED)
                                            .map(PathwayPruning::shortfall)
                                            .toList()));
        }
    }

    private Circuit circuit(ConnectomeRequest request, Datasets inputs) {
        return circuits.of(inputs, request.getCells(), request.getMorphologies());
    }

    private static String synapses(int count) {
        return String.format(Locale.ROOT, "%,d synapses", count).replace(',', ' ');
    }
}
