package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.LayerActivity;
import io.brainwright.sim.model.activity.Comparison;
import io.brainwright.sim.model.activity.Spikes;
import io.brainwright.sim.model.circuit.PlacedCell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers Compare. The cells that were driven are those that the run itself lists; targets in the request narrow them down.
 */
final class RunComparison {
    private RunComparison() {}

    static CompareResponse of(CompareRequest request, Datasets datasets) {
        check(request);
        var run = new DatasetId(request.getRun().getId());
        var cells = CellRows.cells(datasets, new DatasetId(request.getCells().getId()));
        var spikes = spikes(datasets, run);
        var control = spikes(datasets, new DatasetId(request.getControl().getId()));
        var comparison =
                Comparison.of(cells, spikes, control, stimulated(request, cells, datasets, run), request.getOnsetMs());
        var response = CompareResponse.newBuilder()
                .setOnlyStimulatedFired(comparison.onlyStimulatedFired())
                .setSpikes(spikes.count())
                .setControlSpikes(control.count());
        comparison.layers().forEach(layer -> response.addLayers(layer(layer)));
        return response.build();
    }

    private static void check(CompareRequest request) {
        var faults = new Faults();
        faults.dataset("run", request.getRun());
        faults.dataset("control", request.getControl());
        faults.dataset("cells", request.getCells());
        if (!(request.getOnsetMs() >= 0 && Double.isFinite(request.getOnsetMs()))) {
            faults.add("onset_ms", "%s ms; 0 or more.".formatted(request.getOnsetMs()));
        }
        faults.throwIfAny("The runs cannot be compared.");
    }

    private static Set<Long> stimulated(
            CompareRequest request, List<PlacedCell> cells, Datasets datasets, DatasetId run) {
        var driven = new HashSet<Long>();
        for (long id : datasets.read(run, SimTables.STIMULATED.name()).longs("node_id")) {
            driven.add(id);
        }
        if (request.getStimulatedCount() > 0) {
            var meant = new HashSet<Long>();
            for (CellTarget target : request.getStimulatedList()) {
                var selection = SimRequests.selection(target);
                cells.stream().filter(selection::holds).forEach(c -> meant.add(c.node_id()));
            }
            driven.retainAll(meant);
        }
        return driven;
    }

    private static Spikes spikes(Datasets datasets, DatasetId run) {
        var rows = datasets.read(run, SimTables.SPIKES.name());
        return new Spikes(rows.doubles("timestamps"), rows.longs("node_ids"));
    }

    private static LayerActivity layer(Comparison.Layer l) {
        var row = LayerActivity.newBuilder()
                .setLayer(l.layer())
                .setCells(l.cells())
                .setStimulatedCells(l.stimulatedCells())
                .setSpikes(l.run().spikes())
                .setControlSpikes(l.control().spikes())
                .setActiveCells(l.run().activeCells())
                .setControlActiveCells(l.control().activeCells())
                .setUnstimulatedSpikes(l.run().unstimulatedSpikes())
                .setControlUnstimulatedSpikes(l.control().unstimulatedSpikes());
        l.run().firstSpikeLatency_ms().ifPresent(row::setFirstSpikeLatencyMs);
        l.control().firstSpikeLatency_ms().ifPresent(row::setControlFirstSpikeLatencyMs);
        return row.build();
    }
}
