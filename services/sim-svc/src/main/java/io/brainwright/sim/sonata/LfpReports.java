package io.brainwright.sim.sonata;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.sonata.Report.Column;
import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.config.SimulationFile;
import io.brainwright.sonata.simulation.ElectrodesFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports of the extracellular potential: membrane currents times the weights of an electrodes file. */
final class LfpReports {
    private final SimulationFile simulation;
    private final SonataCells cells;
    private final NetworkBuilder network;
    private final List<Network.Stimulus> electrodes;

    LfpReports(
            SimulationFile simulation, SonataCells cells, NetworkBuilder network, List<Network.Stimulus> electrodes) {
        this.simulation = simulation;
        this.cells = cells;
        this.network = network;
        this.electrodes = electrodes;
    }

    /** What each cell adds to the potential at each electrode. */
    Report plan(ReportRequest request, ReportClock clock, int[] chosen) {
        if (!request.variables().equals(List.of("i_membrane"))) {
            throw Fault.at(request.pointer() + "/variable_name", "is not i_membrane, of which a potential is made");
        }
        var file = simulation
                .run()
                .electrodesFile()
                .orElseThrow(() -> Fault.at(
                        "/run/electrodes_file", "is missing; the lfp report '%s' needs it".formatted(request.name())));
        var whole =
                new MembraneSamples(cells, chosen, electrodes, simulation.run().dt_ms());
        var columns = new ArrayList<Column>();
        var weights = new ArrayList<double[][]>();
        var spots = new ArrayList<List<Spot>>();
        var read = new HashMap<String, Map<Long, double[][]>>();
        for (int place = 0; place < chosen.length; place++) {
            var cell = cells.get(chosen[place]);
            var own = Spot.of(cells, new int[] {chosen[place]}, "all", true);
            var w = read.computeIfAbsent(cell.population(), p -> ElectrodesFile.read(file, p))
                    .getOrDefault(cell.node_id(), new double[0][]);
            if (w.length != own.size()) {
                throw Fault.at(
                        "/run/electrodes_file",
                        "has %d weights for cell %s, which has %d compartments; 'sim electrodes' writes a file that fits"
                                .formatted(w.length, cell.name(), own.size()));
            }
            for (int e = 0; e < w[0].length; e++) {
                columns.add(new Column(cell, e));
            }
            weights.add(w);
            spots.add(own);
        }
        int recording = whole.record(network, clock.sampled_ms(simulation.run()));
        return new Report(
                request,
                clock,
                columns,
                List.of(recording),
                (t_ms, samples, row) -> {
                    int column = 0;
                    for (int place = 0; place < chosen.length; place++) {
                        var current = whole.membrane_nA(place, t_ms, samples[0]);
                        var w = weights.get(place);
                        for (int e = 0; e < w[0].length; e++) {
                            double phi_mV = 0;
                            for (int i = 0; i < w.length; i++) {
                                phi_mV += w[i][e]
                                        * current[spots.get(place).get(i).node()];
                            }
                            row[column++] = (float) phi_mV;
                        }
                    }
                },
                "mV");
    }
}
