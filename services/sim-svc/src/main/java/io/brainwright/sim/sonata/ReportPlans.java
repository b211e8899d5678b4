package io.brainwright.sim.sonata;

import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.sonata.Report.Column;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.config.SimulationFile;
import io.brainwright.sonata.simulation.ElectrodesFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says for each report what is sampled and how its values follow. */
final class ReportPlans {
    private static final double MA_CM2_PER_NA_UM2 = 100; // 1 nA / um2 = 1e-6 mA / 1e-8 cm2

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

    /** A reported compartment: the place of its cell in the report, node and section. */
    record Spot(int place, int node, int section) {}

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
            case LFP -> lfp(request, clock, chosen);
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

    /** One column per compartment; the variables of a summation are added within it. */
    private Report compartments(ReportRequest request, ReportClock clock, int[] chosen) {
        var values = new CompartmentValues(request, clock, chosen);
        var spots = values.spots(spots(chosen, request.sections(), request.everyCompartment()));
        var columns = spots.stream()
                .map(s -> new Column(cells.get(chosen[s.place()]), s.section()))
                .toList();
        var sum = values.sum(spots);
        return new Report(
                request,
                clock,
                columns,
                values.recordings,
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
        var values = new CompartmentValues(request, clock, chosen);
        var spots = values.spots(spots(chosen, "all", true));
        var columns = java.util.Arrays.stream(chosen)
                .mapToObj(c -> new Column(cells.get(c), 0))
                .toList();
        var sum = values.sum(spots);
        return new Report(
                request,
                clock,
                columns,
                values.recordings,
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

    /** Compartments of cells, cell after cell, by section and along it. */
    private List<Spot> spots(int[] chosen, String sections, boolean every) {
        var spots = new ArrayList<Spot>();
        for (int place = 0; place < chosen.length; place++) {
            for (var section : cells.get(chosen[place]).sections(sections)) {
                for (int node : nodes(section, every)) {
                    spots.add(new Spot(place, node, section.id()));
                }
            }
        }
        return spots;
    }

    private static List<Integer> nodes(SectionNodes section, boolean every) {
        if (!every) {
            return List.of(section.first() + section.count() / 2);
        }
        var nodes = new ArrayList<Integer>();
        for (int i = 0; i < section.count(); i++) {
            nodes.add(section.first() + i);
        }
        return nodes;
    }

    /** Values of compartments, one array per frame. */
    @FunctionalInterface
    private interface Values {
        double[] at(double t_ms, double[][] samples);
    }

    /** The variables of one report, and what must be sampled for them. */
    private final class CompartmentValues {
        private final ReportRequest request;
        private final double interval_ms;
        private final MembraneSamples whole;
        private final int[] chosen;
        final List<Integer> recordings = new ArrayList<>();

        CompartmentValues(ReportRequest request, ReportClock clock, int[] chosen) {
            this.request = request;
            this.chosen = chosen;
            interval_ms = clock.sampled_ms(simulation.run());
            whole = new MembraneSamples(
                    cells, chosen, electrodes, simulation.run().dt_ms());
            if (request.variables().stream().anyMatch(ReportPlans::isCurrent)) {
                recordings.add(whole.record(network, interval_ms));
            }
        }

        String unit() {
            return switch (request.variables().get(0)) {
                case "v" -> "mV";
                case "cai" -> "mM";
                case "i_membrane", "IClamp" -> request.perArea() ? "nA" : "mA/cm2";
                default -> "1";
            };
        }

        /** The spots that have every variable. */
        List<Spot> spots(List<Spot> all) {
            var having = all.stream()
                    .filter(s -> request.variables().stream().allMatch(v -> has(v, s)))
                    .toList();
            if (having.isEmpty()) {
                throw Fault.at(
                        request.pointer() + "/variable_name",
                        "is '%s', which no compartment of '%s' has; known are v, cai, i_membrane, IClamp and MECHANISM.STATE"
                                .formatted(String.join(",", request.variables()), request.sections()));
            }
            return having;
        }

        private boolean has(String variable, Spot spot) {
            return switch (variable) {
                case "v", "cai", "i_membrane", "IClamp" -> true;
                default ->
                    models.state(chosen[spot.place()], spot.node(), variable).isPresent();
            };
        }

        Values sum(List<Spot> spots) {
            var parts = new ArrayList<Values>();
            for (var variable : request.variables()) {
                parts.add(
                        switch (variable) {
                            case "v" -> sampled(Variable.VOLTAGE, spots);
                            case "cai" -> sampled(new Variable.Calcium(), spots);
                            case "i_membrane" -> (t, s) -> currents(spots, t, s[0], 1);
                            case "IClamp" -> (t, s) -> currents(spots, t, s[0], -1);
                            default ->
                                sampled(
                                        models.state(
                                                        chosen[spots.get(0).place()],
                                                        spots.get(0).node(),
                                                        variable)
                                                .orElseThrow(),
                                        spots);
                        });
            }
            return (t_ms, samples) -> {
                var total = new double[spots.size()];
                for (var part : parts) {
                    var values = part.at(t_ms, samples);
                    for (int i = 0; i < total.length; i++) {
                        total[i] += values[i];
                    }
                }
                return total;
            };
        }

        private Values sampled(Variable variable, List<Spot> spots) {
            int slot = recordings.size();
            recordings.add(network.record(
                    variable,
                    spots.stream().mapToInt(s -> chosen[s.place()]).toArray(),
                    spots.stream().mapToInt(Spot::node).toArray(),
                    interval_ms));
            return (_, samples) -> samples[slot];
        }

        /** Membrane current (sign 1), or what electrodes take out of the cell (sign -1), which is minus what they bring. */
        private double[] currents(List<Spot> spots, double t_ms, double[] v_mV, int sign) {
            Map<Integer, double[]> ofCell = new HashMap<>();
            var values = new double[spots.size()];
            for (int i = 0; i < values.length; i++) {
                var spot = spots.get(i);
                var current = ofCell.computeIfAbsent(
                        spot.place(),
                        place ->
                                sign > 0 ? whole.membrane_nA(place, t_ms, v_mV) : whole.injected_nA(place, t_ms, v_mV));
                double area = cells.get(chosen[spot.place()]).shape().area_um2(spot.node());
                values[i] = sign * current[spot.node()] * (request.perArea() ? 1 : MA_CM2_PER_NA_UM2 / area);
            }
            return values;
        }
    }

    private static boolean isCurrent(String variable) {
        return variable.equals("i_membrane") || variable.equals("IClamp");
    }

    /** What each cell adds to the potential at each electrode. */
    private Report lfp(ReportRequest request, ReportClock clock, int[] chosen) {
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
            var own = spots(new int[] {chosen[place]}, "all", true);
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
