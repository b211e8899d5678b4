package io.brainwright.sim.sonata;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.sonata.Report.Column;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.config.SimulationFile;
import java.util.List;

/** Says for each report what is sampled and how its values follow. */
final class ReportPlans {
    private final SimulationFile simulation;
    private final SonataCells cells;
    private final NodeSelection selection;
    private final NetworkBuilder network;
    private final CellModels models;
    private final List<Network.Stimulus> electrodes;

    ReportPlans(
            SimulationFile simulation,
            SonataCells cells,
            NodeSelection selection,
            NetworkBuilder network,
            CellModels models,
            List<Network.Stimulus> electrodes) {
        this.simulation = simulation;
        this.cells = cells;
        this.selection = selection;
        this.network = network;
        this.models = models;
        this.electrodes = electrodes;
    }

    Report plan(ReportRequest request, List<EdgeWiring.Contact> contacts) {
        var clock = ReportClock.of(request, simulation.run());
        int[] chosen = cells(request);
        return switch (request.type()) {
            case COMPARTMENT -> {
                if (request.variables().size() != 1) {
                    throw Fault.at(
                            request.pointer() + "/variable_name", "names several; a summation adds variables up");
                }
                yield compartments(request, clock, chosen);
            }
            case SUMMATION ->
                request.sections().equals("soma")
                        ? wholeCells(request, clock, chosen)
                        : compartments(request, clock, chosen);
            case SYNAPSE -> new SynapseReports(network, cells, simulation.run()).plan(request, clock, chosen, contacts);
            case LFP -> new LfpReports(simulation, cells, network, electrodes).plan(request, clock, chosen);
        };
    }

    int[] cells(ReportRequest request) {
        if (request.cells().isEmpty()) {
            return java.util.stream.IntStream.range(0, cells.list().size()).toArray();
        }
        int[] chosen = cells.of(selection.select(request.cells().get()));
        if (chosen.length == 0) {
            throw Fault.at(
                    request.pointer() + "/cells",
                    "'%s' holds none of the simulated cells"
                            .formatted(request.cells().get()));
        }
        return chosen;
    }

    private CompartmentValues values(ReportRequest request, ReportClock clock, int[] chosen) {
        return new CompartmentValues(request, cells, chosen, models, network, electrodes, clock, simulation.run());
    }

    /** One column per compartment; the variables of a summation are added within it. */
    private Report compartments(ReportRequest request, ReportClock clock, int[] chosen) {
        var values = values(request, clock, chosen);
        var spots = values.spots(Spot.of(cells, chosen, request.sections(), request.everyCompartment()));
        var columns = spots.stream()
                .map(s -> new Column(cells.get(chosen[s.place()]), s.section()))
                .toList();
        var sum = values.sum(spots);
        return new Report(
                request,
                clock,
                columns,
                values.recordings(),
                (t_ms, samples, row) -> {
                    var total = sum.at(t_ms, samples);
                    for (int c = 0; c < row.length; c++) {
                        row[c] = (float) total[c];
                    }
                },
                values.unit());
    }

    /** One column per cell: the sum over all of its compartments. */
    private Report wholeCells(ReportRequest request, ReportClock clock, int[] chosen) {
        var values = values(request, clock, chosen);
        var spots = values.spots(Spot.of(cells, chosen, "all", true));
        var columns = java.util.Arrays.stream(chosen)
                .mapToObj(c -> new Column(cells.get(c), 0))
                .toList();
        var sum = values.sum(spots);
        return new Report(
                request,
                clock,
                columns,
                values.recordings(),
                (t_ms, samples, row) -> {
                    var total = sum.at(t_ms, samples);
                    var whole = new double[row.length];
                    for (int s = 0; s < total.length; s++) {
                        whole[spots.get(s).place()] += total[s];
                    }
                    for (int c = 0; c < row.length; c++) {
                        row[c] = (float) whole[c];
                    }
                },
                values.unit());
    }
}
