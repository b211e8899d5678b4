package io.brainwright.connectome.service;

import io.brainwright.connectome.model.pruning.Pathway;
import io.brainwright.connectome.model.pruning.PathwayStatistics;
import io.brainwright.connectome.model.pruning.Prunings;
import io.brainwright.connectome.model.specificity.Landings;
import io.brainwright.connectome.model.specificity.Specificity;
import io.brainwright.connectome.model.specificity.SpecificityFit;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.connectome.model.wiring.PilotCells;
import io.brainwright.connectome.model.wiring.TouchingPairs;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.work.LastAnswer;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import java.util.List;
import java.util.Optional;

/**
 * Measures the pathways of a circuit before any chunk is pruned: a pure function of request and inputs, so every chunk sees the
 * same statistics wherever it is made. Remembers the last answer, since all chunks of a build ask for it.
 */
final class Pilot {
    private final ConnectomeRecipe recipe;
    private final LastAnswer<Question, Measured> measured = new LastAnswer<>();

    private record Question(Datasets inputs, ConnectomeRequest request) {}

    /**
     * What was measured.
     *
     * @param prunings of each pathway
     * @param specificity what axons choose
     * @param reports where the classes that choose land
     */
    record Measured(Prunings prunings, Specificity specificity, List<SpecificityFit.Report> reports) {}

    Pilot(ConnectomeRecipe recipe) {
        this.recipe = recipe;
    }

    Measured measured(ConnectomeRequest request, Datasets inputs) {
        return measured.to(new Question(inputs, request), () -> measure(request, inputs));
    }

    private Measured measure(ConnectomeRequest request, Datasets inputs) {
        var own = recipe.with(OwnNumbers.of(request.getOwnValues()));
        var circuit = new Circuit(
                inputs, ConnectomeRequests.id(request.getCells()), ConnectomeRequests.id(request.getMorphologies()));
        var picked = PilotCells.pick(circuit.nodeIds(), own.pruning().pilotCells(), request.getSeed());
        var pairs = new TouchingPairs(
                circuit.these(picked::contains), ConnectomeRequests.rules(request, own), request.getSeed());
        var statistics = new PathwayStatistics(own.pruning());
        var fit = fit(request, own, statistics);
        var landings = new Landings(own.targeting().proximal_um());
        circuit.each(
                _ -> true,
                source -> pairs.onto(source, pair -> {
                    if (!pair.contacts().isEmpty()) {
                        var pathway =
                                new Pathway(pair.source().type(), pair.target().type());
                        statistics.count(
                                pathway.pre(), pathway.post(), pair.contacts().size());
                        fit.filter(_ -> pathway.pre().inhibitory())
                                .ifPresent(f -> f.add(new SpecificityFit.Pair(
                                        pathway, pair.connection(), landings.of(pair.target(), pair.contacts()))));
                    }
                }));
        return fit.map(SpecificityFit::fit)
                .map(f -> new Measured(f.prunings(), f.specificity(), f.reports()))
                .orElseGet(() -> new Measured(statistics, Specificity.NONE, List.of()));
    }

    private static Optional<SpecificityFit> fit(
            ConnectomeRequest request, ConnectomeRecipe own, PathwayStatistics statistics) {
        var targeting = own.targeting();
        var classes = targeting.classes().stream()
                .filter(c -> request.getTargetingList().contains(c.name()))
                .toList();
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new SpecificityFit(
                        own.pruning(), statistics, classes, targeting.proximal_um(), request.getSeed()));
    }
}
