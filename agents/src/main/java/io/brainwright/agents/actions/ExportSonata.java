package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.VesselsRequest;
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
        tissue(context, request);
        context.services().library().release(request.build()).forEachRemaining(reply -> {
            if (!reply.hasResult()) {
                context.progress(reply.getProgress());
            }
        });
        context.wrote(circuit.toString());
        return StepOutcome.wrote(configs(target));
    }

    /** Astrocytes, vessels and their edges, as far as they belong to these cells and synapses. */
    private static void tissue(StepContext context, ReleaseRequest.Builder request) {
        var cells = context.datasets().manifest(new DatasetId(request.getCells().getId()));
        if (!cells.stage().equals(DatasetKind.CELLS.stage())) {
            return; // not placed by us: no glia among them, and no column that vessels were grown in
        }
        var placed = cells.requestInto(PlacementRequest.newBuilder()).build();
        boolean astrocytes = placed.getClassesList().contains("astrocyte");
        if (astrocytes) {
            request.setAstrocytes(request.getCells());
        }
        context.input(DatasetKind.VESSELS)
                .filter(v -> grownIn(placed, context, v))
                .ifPresent(request::setVessels);
        if (astrocytes && request.hasVessels()) {
            OfCells.input(context, DatasetKind.ENDFEET, request.getCells())
                    .filter(f -> OfCells.madeFrom(context, f, request.getVessels()))
                    .ifPresent(request::setEndfeet);
        }
        if (astrocytes && request.hasSynapses()) {
            OfCells.input(context, DatasetKind.WRAPPED, request.getCells())
                    .filter(w -> OfCells.madeFrom(context, w, request.getSynapses()))
                    .ifPresent(request::setWrapped);
        }
    }

    /** Whether vessels were grown in the shape that the cells were placed in. */
    private static boolean grownIn(PlacementRequest placed, StepContext context, DatasetRef vessels) {
        var grown = context.datasets()
                .manifest(new DatasetId(vessels.getId()))
                .requestInto(VesselsRequest.newBuilder())
                .build();
        return grown.getAtlas().getId().equals(placed.getAtlas().getId())
                && grown.getShape().equals(placed.getShape());
    }

    private static List<Path> configs(Path folder) {
        return Stream.of("circuit_config.json", "simulation_config.json")
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }
}
