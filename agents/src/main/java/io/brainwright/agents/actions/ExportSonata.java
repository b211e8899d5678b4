package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.library.v1.ReleaseRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes the circuit, and the first run on it, as SONATA. */
final class ExportSonata implements ActionExecutor {
    private static final int DIGITS = 12;

    @Override
    public String action() {
        return "export.sonata";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var runs = context.runs();
        var target = context.folder()
                .resolve(
                        runs.isEmpty()
                                ? "sonata"
                                : "sonata-"
                                        + runs.getFirst().simulation().getId().substring(0, DIGITS));
        var circuit = target.resolve("circuit_config.json");
        if (Files.exists(circuit)) {
            context.wrote(circuit + " (written before)");
            return StepOutcome.wrote(configs(target));
        }
        var request = ReleaseRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                .setDirectory(target.toString());
        context.input(DatasetKind.SYNAPSES).ifPresent(request::setSynapses);
        if (!runs.isEmpty()) {
            var run = runs.getFirst();
            request.setSimulation(run.simulation()).setCells(run.cells()).setMorphologies(run.morphologies());
            if (run.synapses() != null) {
                request.setSynapses(run.synapses());
            }
        }
        OfCells.input(context, DatasetKind.THALAMIC, request.getCells()).ifPresent(request::setThalamic);
        OfCells.input(context, DatasetKind.GAP_JUNCTIONS, request.getCells()).ifPresent(request::setGapJunctions);
        context.services().library().release(request.build()).forEachRemaining(reply -> {
            if (!reply.hasResult()) {
                context.progress(reply.getProgress());
            }
        });
        context.wrote(circuit.toString());
        return StepOutcome.wrote(configs(target));
    }

    private static List<Path> configs(Path folder) {
        return Stream.of("circuit_config.json", "simulation_config.json")
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }
}
