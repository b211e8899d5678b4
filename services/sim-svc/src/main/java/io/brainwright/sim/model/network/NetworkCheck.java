package io.brainwright.sim.model.network;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.network.Network.Cell;
import io.brainwright.sim.model.network.Network.Clamp;
import io.brainwright.sim.model.network.Network.Conductance;
import io.brainwright.sim.model.network.Network.Current;
import io.brainwright.sim.model.network.Network.Stimulus;
import io.brainwright.sim.model.network.Network.Waveform;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What no network may hold, whoever made it; the first fault of each sort, and how many more there are. */
final class NetworkCheck {
    /** Maximal conductances, by the names that the field gives them. */
    private static final Pattern CONDUCTANCE = Pattern.compile(".*_S_cm2|g|g\\w*bar|g_?max\\w*");

    private final Network network;
    private final Map<String, FieldFault> first = new LinkedHashMap<>();
    private final Map<String, Integer> more = new LinkedHashMap<>();

    private NetworkCheck(Network network) {
        this.network = network;
    }

    static List<FieldFault> faults(Network network) {
        var check = new NetworkCheck(network);
        check.shapes();
        check.cells();
        check.synapses();
        check.inputs();
        check.stimuli();
        check.gaps();
        var faults = new ArrayList<FieldFault>();
        check.first.forEach((sort, fault) -> {
            int others = check.more.getOrDefault(sort, 0);
            faults.add(
                    others == 0
                            ? fault
                            : new FieldFault(fault.field(), fault.fault() + "; and %d more".formatted(others)));
        });
        return faults;
    }

    private void need(boolean holds, String sort, String field, String fault, Object... values) {
        if (!holds) {
            if (first.containsKey(sort)) {
                more.merge(sort, 1, Integer::sum);
            } else {
                first.put(sort, new FieldFault(field, fault.formatted(values)));
            }
        }
    }

    /** What a section without length or thickness, or an axial resistivity that is none, would make of the tree. */
    private void shapes() {
        var seen = new IdentityHashMap<Compartments, Boolean>();
        for (var cell : network.cells()) {
            var shape = cell.shape();
            if (seen.put(shape, true) == null) {
                shape.sections().forEach(section -> section(cell, section));
            }
        }
    }

    private void section(Cell cell, SectionNodes section) {
        var shape = cell.shape();
        var field = "cell %d, section %d".formatted(cell.gid(), section.id());
        double length_um = section.length_um();
        need(length_um > 0 && Double.isFinite(length_um), "length", field + ": length_um", "%s; above 0", length_um);
        for (int node = section.first(); node < section.first() + section.count(); node++) {
            double area_um2 = shape.area_um2(node);
            need(
                    area_um2 > 0 && Double.isFinite(area_um2),
                    "area",
                    field + ": area of a compartment",
                    "%s um2; lengths and diameters are above 0",
                    area_um2);
            double g_uS = node == 0 ? 0 : shape.toParent_uS(node);
            need(
                    g_uS >= 0 && Double.isFinite(g_uS),
                    "axial",
                    field + ": axial conductance",
                    "%s uS; lengths, diameters and Ra_ohm_cm are above 0",
                    g_uS);
        }
    }

    private void cells() {
        var seen = new IdentityHashMap<CellModel, Boolean>();
        for (var cell : network.cells()) {
            if (seen.put(cell.model(), true) == null) {
                cell.model().groups().forEach((group, membrane) -> {
                    need(
                            membrane.cm_uF_cm2() > 0 && Double.isFinite(membrane.cm_uF_cm2()),
                            "cm",
                            "cell %d, %s: cm_uF_cm2".formatted(cell.gid(), group),
                            "%s; above 0",
                            membrane.cm_uF_cm2());
                    membrane.mechanisms()
                            .forEach((mechanism, given) ->
                                    given.forEach((name, value) -> parameter(cell, group, mechanism, name, value)));
                });
            }
        }
    }

    /** A parameter rises or falls steadily with the distance, so both ends say all. */
    private void parameter(Cell cell, String group, Mechanism mechanism, String name, Scaled value) {
        double far_um = 0;
        for (int node = 0; node < cell.shape().count(); node++) {
            far_um = Math.max(far_um, cell.shape().pathDistance_um(node));
        }
        double near = value.at(0);
        double far = value.at(far_um);
        var field = "cell %d, %s: %s.%s".formatted(cell.gid(), group, mechanism.name(), name);
        need(Double.isFinite(near) && Double.isFinite(far), "parameter", field, "%s to %s; a number", near, far);
        if (CONDUCTANCE.matcher(name).matches()) {
            double least = Math.min(near, far);
            need(!(least < 0), "conductance", field, "%s; a conductance is at least 0", least);
        }
    }

    private void synapses() {
        for (int s = 0; s < network.synapses().size(); s++) {
            var field = "synapse " + s;
            switch (network.synapses().get(s).type()) {
                case SynapseType.ExpSyn(double tau, double e) -> {
                    need(tau > 0 && Double.isFinite(tau), "tau", field + ": tau_ms", "%s; above 0", tau);
                    need(Double.isFinite(e), "e", field + ": e_mV", "%s; a number", e);
                }
                case SynapseType.Exp2Syn(double rise, double decay, double e) -> pair(field, rise, decay, e);
                case SynapseType.SynI(double rise, double decay, double e, var _) -> pair(field, rise, decay, e);
                case SynapseType.SynE t -> {
                    pair(field, t.tau_rise_AMPA_ms(), t.tau_decay_AMPA_ms(), t.e_mV());
                    pair(field, t.tau_rise_NMDA_ms(), t.tau_decay_NMDA_ms(), t.e_mV());
                }
                case SynapseType.Point(Mechanism m, var given) ->
                    given.forEach((name, value) -> need(
                            Double.isFinite(value),
                            "point",
                            field + ": " + m.name() + "." + name,
                            "%s; a number",
                            value));
            }
        }
    }

    private void pair(String field, double rise_ms, double decay_ms, double e_mV) {
        need(
                rise_ms > 0 && rise_ms < decay_ms && Double.isFinite(decay_ms),
                "pair",
                field + ": tau_rise_ms, tau_decay_ms",
                "%s, %s; above 0, and the rise below the decay",
                rise_ms,
                decay_ms);
        need(Double.isFinite(e_mV), "e", field + ": e_mV", "%s; a number", e_mV);
    }

    private void inputs() {
        double dt_ms = network.run().dt_ms();
        for (int n = 0; n < network.connections().size(); n++) {
            var c = network.connections().get(n);
            if (!(c.delay_ms() >= dt_ms) || !Double.isFinite(c.delay_ms())) {
                need(
                        false,
                        "delay",
                        "delay_ms",
                        "%s of the connection of cell %d to cell %d; at least one time step of %s ms",
                        c.delay_ms(),
                        network.cells().get(c.source()).gid(),
                        gidOf(c.synapse()),
                        dt_ms);
            }
            weight(c.synapse(), c.weight_uS());
            c.later().forEach(change -> weight(c.synapse(), change.weight_uS()));
        }
        for (int l = 0; l < network.eventLists().size(); l++) {
            var list = network.eventLists().get(l);
            weight(list.synapse(), list.weight_uS());
            double before_ms = Double.NEGATIVE_INFINITY;
            for (double t_ms : list.times_ms()) {
                if (!(t_ms >= before_ms)) {
                    need(
                            false,
                            "times",
                            "event list %d of cell %d: times_ms".formatted(l, gidOf(list.synapse())),
                            "%s after %s; rising numbers",
                            t_ms,
                            before_ms);
                    break;
                }
                before_ms = t_ms;
            }
        }
    }

    private long gidOf(int synapse) {
        return network.cells().get(network.synapses().get(synapse).cell()).gid();
    }

    /** The weight of a point process is its own affair, but it is a number. */
    private void weight(int synapse, double weight_uS) {
        boolean point = network.synapses().get(synapse).type() instanceof SynapseType.Point;
        if (!Double.isFinite(weight_uS) || (!point && weight_uS < 0)) {
            need(
                    false,
                    "weight",
                    "synapse %d of cell %d: weight_uS".formatted(synapse, gidOf(synapse)),
                    "%s; a peak conductance, at least 0",
                    weight_uS);
        }
    }

    private void stimuli() {
        for (int i = 0; i < network.stimuli().size(); i++) {
            var s = network.stimuli().get(i);
            var field = "stimulus %d into cell %d"
                    .formatted(i, network.cells().get(s.cell()).gid());
            need(isFinite(s), "stimulus", field, "holds what is not a number");
            if (s instanceof Clamp c) {
                need(c.series_Mohm() > 0, "series", field + ": series_Mohm", "%s; above 0", c.series_Mohm());
            }
        }
    }

    private static boolean isFinite(Stimulus stimulus) {
        return switch (stimulus) {
            case Current c -> Double.isFinite(c.amplitude_nA()) && Double.isFinite(c.start_ms());
            case Waveform w -> Arrays.stream(w.values_nA()).allMatch(Double::isFinite);
            case Conductance g ->
                Double.isFinite(g.e_mV()) && Arrays.stream(g.values_uS()).allMatch(Double::isFinite);
            case Clamp c -> c.levels().stream().noneMatch(level -> Double.isInfinite(level.v_mV())); // NaN: off
        };
    }

    private void gaps() {
        for (var g : network.gaps()) {
            need(
                    g.g_uS() >= 0 && Double.isFinite(g.g_uS()),
                    "gap",
                    "gap junction of cells %d and %d: g_uS"
                            .formatted(
                                    network.cells().get(g.cellA()).gid(),
                                    network.cells().get(g.cellB()).gid()),
                    "%s; at least 0",
                    g.g_uS());
        }
    }
}
