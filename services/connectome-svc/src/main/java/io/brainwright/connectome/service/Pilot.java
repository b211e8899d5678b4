package io.brainwright.connectome.service;

import io.brainwright.connectome.model.pruning.PathwayStatistics;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.PilotCells;
import io.brainwright.connectome.model.wiring.TouchingPairs;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import org.jspecify.annotations.Nullable;

/**
 * Measures the pathways of a circuit before any chunk is pruned: a pure function of request and inputs, so every chunk sees the
 * same statistics wherever it is made. Remembers the last answer, since all chunks of a build ask for it.
 */
final class Pilot {
    private final ConnectomeRecipe recipe;
    private @Nullable Measured last;

    private record Question(Datasets inputs, ConnectomeRequest request) {}

    private record Measured(Question question, PathwayStatistics statistics) {}

    Pilot(ConnectomeRecipe recipe) {
        this.recipe = recipe;
    }

    synchronized PathwayStatistics statistics(ConnectomeRequest request, Datasets inputs) {
        var question = new Question(inputs, request);
        if (last == null || !last.question().equals(question)) {
            last = new Measured(question, measure(request, inputs));
        }
        return last.statistics();
    }

    private PathwayStatistics measure(ConnectomeRequest request, Datasets inputs) {
        var own = recipe.with(OwnNumbers.of(request.getOwnValues()));
        var circuit = new Circuit(
                inputs, ConnectomeRequests.id(request.getCells()), ConnectomeRequests.id(request.getMorphologies()));
        var picked = PilotCells.pick(circuit.nodeIds(), own.pruning().pilotCells(), request.getSeed());
        var pairs = new TouchingPairs(
                circuit.these(picked::contains), ConnectomeRequests.rules(request, own), request.getSeed());
        var statistics = new PathwayStatistics(own.pruning());
        circuit.each(
                _ -> true,
                source -> pairs.onto(source, pair -> {
                    if (!pair.contacts().isEmpty()) {
                        statistics.count(
                                pair.source().type(),
                                pair.target().type(),
                                pair.contacts().size());
                    }
                }));
        return statistics;
    }
}
