package io.brainwright.sim.cases;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Makes the network of one variant, records aside. */
final class CaseNetwork {
    final List<Network.Cell> cells = new ArrayList<>();
    final NetworkBuilder builder;
    final Network.Run run;
    final MechanismFiles mechanisms;
    /** Index of each synapse that has an id. */
    final Map<String, Integer> synapseOf = new HashMap<>();
    /** Type of each synapse. */
    final List<SynapseType> synapseTypes = new ArrayList<>();
    /** Stimuli by cell, for currents that electrodes bring. */
    final List<Network.Stimulus> stimuli = new ArrayList<>();

    CaseNetwork(CaseFile file, JsonNode root) {
        var r = root.path("run");
        run = new Network.Run(
                r.path("dt_ms").asDouble(),
                r.path("tstop_ms").asDouble(),
                r.path("celsius_degC").asDouble(),
                r.path("v_init_mV").asDouble(),
                r.path("seed").asLong(Network.Run.DEFAULT_SEED));
        builder = new NetworkBuilder(run);
        mechanisms = MechanismFiles.of(file, root);
        boolean keepEnds = usesEnds(root);
        for (var cell : root.path("cells")) {
            addCells(file, cell, keepEnds);
        }
        addStimuli(root);
        for (var s : root.path("synapses")) {
            var at = s.path("at");
            int cell = at.path("cell").asInt();
            int synapse = synapse(cell, node(at), s);
            synapseOf.put(s.path("id").asString(""), synapse);
            s.path("inputs").forEach(input -> addInput(synapse, input, cell, 0));
        }
        for (var rule : root.path("synapse_rules")) {
            for (int i = 0; i < cells.size(); i++) {
                for (int k = rule.path("k_from").asInt(); k <= rule.path("k_to").asInt(); k++) {
                    addByRule(rule, i, k);
                }
            }
        }
    }

    int node(JsonNode at) {
        return cells.get(at.path("cell").asInt())
                .shape()
                .locate(at.path("section").asInt(), at.path("x").asDouble());
    }

    private void addCells(CaseFile file, JsonNode cell, boolean keepEnds) {
        var shape = CaseCells.shape(file, cell, keepEnds);
        var model = CaseCells.model(cell, mechanisms);
        var d = cell.path("spike_detector");
        int detector = d.isMissingNode()
                ? -1
                : shape.locate(d.path("section").asInt(), d.path("x").asDouble());
        for (int i = 0; i < cell.path("count").asInt(1); i++) {
            double threshold_mV = d.path("threshold_mV").asDouble(0);
            cells.add(new Network.Cell(cells.size(), shape, model, detector, threshold_mV));
            builder.cell(cells.size() - 1L, shape, model, detector, threshold_mV);
        }
    }

    private void addStimuli(JsonNode root) {
        for (var s : root.path("stimuli")) {
            stimuli.add(stimulus(s));
        }
        stimuli.forEach(builder::stimulus);
        for (var g : root.path("gap_junctions")) {
            var a = g.path("a");
            var b = g.path("b");
            builder.gap(
                    a.path("cell").asInt(),
                    node(a),
                    b.path("cell").asInt(),
                    node(b),
                    g.path("g_uS").asDouble());
        }
    }

    private Network.Stimulus stimulus(JsonNode s) {
        var at = s.path("at");
        int cell = at.path("cell").asInt();
        return switch (s.path("type").asString()) {
            case "iclamp", "pulse_train" ->
                new Network.Current(
                        cell,
                        node(at),
                        s.path("start_ms").asDouble(),
                        s.path("duration_ms").asDouble(),
                        s.path("amplitude_nA").asDouble(),
                        s.path("count").asInt(1),
                        s.path("period_ms").asDouble(0));
            case "seclamp" -> {
                var levels = new ArrayList<Network.Level>();
                for (var l : s.path("levels")) {
                    levels.add(new Network.Level(
                            l.path("duration_ms").asDouble(), l.path("v_mV").asDouble()));
                }
                yield new Network.Clamp(cell, node(at), s.path("series_Mohm").asDouble(), levels);
            }
            default -> throw new NotSupported("stimulus " + s.path("type").asString());
        };
    }

    private int synapse(int cell, int node, JsonNode s) {
        var type = type(s);
        synapseTypes.add(type);
        return builder.synapse(cell, node, type);
    }

    private void addByRule(JsonNode rule, int i, int k) {
        int section = (int) formula(rule.path("section"), i, k);
        int node = cells.get(i).shape().locate(section, formula(rule.path("x"), i, k));
        int synapse = synapse(i, node, rule);
        rule.path("inputs").forEach(input -> addInput(synapse, input, i, k));
    }

    private void addInput(int synapse, JsonNode input, int i, int k) {
        var only = input.path("only_cells");
        if (only.has("mod")
                && i % only.path("mod").asInt() != only.path("equals").asInt()) {
            return;
        }
        double weight_uS = input.has("weight")
                ? input.path("weight").asDouble()
                : input.path("weight_uS").asDouble();
        var arguments = PointProcesses.numbers(input.path("arguments"));
        double delay_ms = input.has("delay_ms") ? formula(input.path("delay_ms"), i, k) : 0;
        if (!(delay_ms >= 0)) {
            throw Problem.invalid(
                    "The network cannot be simulated.",
                    List.of(new FieldFault("delay_ms", "%s of an input; at least 0".formatted(delay_ms))));
        }
        if (input.has("from_cell")) {
            int from = Objects.checkIndex((int) formula(input.path("from_cell"), i, k), cells.size());
            builder.connect(from, synapse, delay_ms, weight_uS, arguments);
        } else if (input.has("ring_previous")) {
            int ring = input.path("ring_previous").path("ring_size").asInt();
            int from = i / ring * ring + Math.floorMod(i % ring - 1, ring);
            builder.connect(from, synapse, delay_ms, weight_uS, arguments);
        } else {
            builder.events(synapse, new CaseEvents(run).times(input, delay_ms, synapse, i, k), weight_uS, arguments);
        }
    }

    /** base + step * ((i_coeff i + k_coeff k + add) mod mod) / div. */
    static double formula(JsonNode f, int i, int k) {
        if (f.isNumber()) {
            return f.asDouble();
        }
        long sum = f.path("i").asLong(0) * i
                + f.path("k").asLong(0) * k
                + f.path("add").asLong(0);
        long mod = f.path("mod").asLong(0);
        double rest = mod == 0 ? sum : Math.floorMod(sum, mod);
        return f.path("base").asDouble(0)
                + f.path("step").asDouble(1) * rest / f.path("div").asDouble(1);
    }

    private SynapseType type(JsonNode s) {
        var p = s.path("parameters");
        return switch (s.path("type").asString()) {
            case "ExpSyn" -> new SynapseType.ExpSyn(n(p, "tau_ms"), n(p, "e_mV"));
            case "Exp2Syn" -> new SynapseType.Exp2Syn(n(p, "tau_rise_ms"), n(p, "tau_decay_ms"), n(p, "e_mV"));
            case "SynI" -> new SynapseType.SynI(n(p, "tau_rise_ms"), n(p, "tau_decay_ms"), n(p, "e_mV"), release(p));
            case "SynE" ->
                new SynapseType.SynE(
                        n(p, "tau_rise_AMPA_ms"),
                        n(p, "tau_decay_AMPA_ms"),
                        n(p, "tau_rise_NMDA_ms"),
                        n(p, "tau_decay_NMDA_ms"),
                        n(p, "e_mV"),
                        n(p, "NMDA_ratio"),
                        n(p, "mg_mM"),
                        n(p, "mg_slope_per_mV"),
                        n(p, "mg_scale_mM"),
                        release(p));
            default -> PointProcesses.type(mechanisms, s);
        };
    }

    private static Release release(JsonNode p) {
        return new Release(n(p, "U"), n(p, "D_ms"), n(p, "F_ms"));
    }

    private static double n(JsonNode p, String name) {
        if (!p.path(name).isNumber()) {
            throw new NotSupported("synapse without '" + name + "'");
        }
        return p.path(name).asDouble();
    }

    /** Whether any place of the file is a section's very end. */
    private static boolean usesEnds(JsonNode node) {
        if (node.has("section") && node.path("x").isNumber()) {
            double x = node.path("x").asDouble();
            if (x == 0 || x == 1) {
                return true;
            }
        }
        for (var child : node) {
            if (usesEnds(child)) {
                return true;
            }
        }
        return false;
    }

    /** A feature of the format that this runner does not have. */
    static final class NotSupported extends RuntimeException {
        NotSupported(String what) {
            super(what);
        }
    }
}
