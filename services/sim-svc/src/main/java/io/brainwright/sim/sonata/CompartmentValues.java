package io.brainwright.sim.sonata;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.config.RunSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables of one report of compartments, and what must be sampled for them. */
final class CompartmentValues {
    private static final double MA_CM2_PER_NA_UM2 = 100; // 1 nA / um2 = 1e-6 mA / 1e-8 cm2

    private final ReportRequest request;
    private final SonataCells cells;
    private final int[] chosen;
    private final CellModels models;
    private final NetworkBuilder network;
    private final MembraneSamples whole;
    private final double interval_ms;
    private final List<Integer> recordings = new ArrayList<>();

    /**
     * @param chosen the reported cells
     * @param electrodes drives through electrodes
     */
    CompartmentValues(
            ReportRequest request,
            SonataCells cells,
            int[] chosen,
            CellModels models,
            NetworkBuilder network,
            List<Network.Stimulus> electrodes,
            ReportClock clock,
            RunSettings run) {
        this.request = request;
        this.cells = cells;
        this.chosen = chosen;
        this.models = models;
        this.network = network;
        interval_ms = clock.sampled_ms(run);
        whole = new MembraneSamples(cells, chosen, electrodes, run.dt_ms());
        if (request.variables().stream().anyMatch(CompartmentValues::isCurrent)) {
            recordings.add(whole.record(network, interval_ms));
        }
    }

    /** Values of compartments, one array per frame. */
    @FunctionalInterface
    interface Values {
        double[] at(double t_ms, double[][] samples);
    }

    /** What is sampled, in the order in which {@link Values} gets it. */
    List<Integer> recordings() {
        return recordings;
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
            default -> models.state(chosen[spot.place()], spot.node(), variable).isPresent();
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
                    place -> sign > 0 ? whole.membrane_nA(place, t_ms, v_mV) : whole.injected_nA(place, t_ms, v_mV));
            double area = cells.get(chosen[spot.place()]).shape().area_um2(spot.node());
            values[i] = sign * current[spot.node()] * (request.perArea() ? 1 : MA_CM2_PER_NA_UM2 / area);
        }
        return values;
    }

    private static boolean isCurrent(String variable) {
        return variable.equals("i_membrane") || variable.equals("IClamp");
    }
}
