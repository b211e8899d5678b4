package io.brainwright.sim.neuron;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.nmodl.NmodlText;
import io.brainwright.sim.model.synapse.SynapseType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Writes a network as a folder that NEURON runs. */
public final class NeuronExport {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FILES = List.of("run.py", "mechanisms/bw_SynE.mod", "mechanisms/bw_SynI.mod");

    private final Network network;
    private final List<Morphology> morphologies;
    private final double Ra_ohm_cm;

    private NeuronExport(Network network, List<Morphology> morphologies, double Ra_ohm_cm) {
        this.network = network;
        this.morphologies = morphologies;
        this.Ra_ohm_cm = Ra_ohm_cm;
    }

    /**
     * Writes {@code network.json}, {@code run.py} and {@code mechanisms/}.
     *
     * @param network what is exported
     * @param morphologies shape of each cell, in the network's order
     * @param Ra_ohm_cm axial resistivity of all cells
     * @param folder made where it is not there
     * @return the files
     * @throws Problem INVALID, naming it, where the network has what the script cannot build
     */
    public static List<Path> write(Network network, List<Morphology> morphologies, double Ra_ohm_cm, Path folder) {
        var export = new NeuronExport(network, morphologies, Ra_ohm_cm);
        var tree = export.tree();
        try {
            Files.createDirectories(folder.resolve("mechanisms"));
            var files = new ArrayList<Path>();
            for (var name : FILES) {
                var text = resource(name.substring(name.lastIndexOf('/') + 1));
                files.add(Files.writeString(folder.resolve(name), text));
            }
            for (var mechanism : export.mechanisms()) {
                var name = "mechanisms/%s.mod".formatted(NmodlText.suffix(mechanism));
                files.add(Files.writeString(folder.resolve(name), NmodlText.of(mechanism)));
            }
            files.add(Files.writeString(folder.resolve("network.json"), JSON.writeValueAsString(tree)));
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + folder, failed);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = NeuronExport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private TreeSet<Mechanism> mechanisms() {
        var all = new TreeSet<Mechanism>();
        network.cells()
                .forEach(c -> c.model()
                        .groups()
                        .values()
                        .forEach(m -> all.addAll(m.mechanisms().keySet())));
        return all;
    }

    private Map<String, Object> tree() {
        var faults = new ArrayList<FieldFault>();
        var tree = new LinkedHashMap<String, Object>();
        var run = network.run();
        tree.put(
                "run",
                ordered(
                        "dt_ms", run.dt_ms(),
                        "tstop_ms", run.steps() * run.dt_ms(),
                        "celsius_degC", run.celsius_degC(),
                        "v_init_mV", run.v_init_mV()));
        var cells = new ArrayList<Object>();
        for (int i = 0; i < network.cells().size(); i++) {
            cells.add(new NeuronCell(network.cells().get(i), morphologies.get(i), Ra_ohm_cm).tree());
        }
        tree.put("cells", cells);
        tree.put(
                "synapses",
                network.synapses().stream()
                        .filter(s -> !(s.type() instanceof SynapseType.Point))
                        .map(this::synapse)
                        .toList());
        tree.put(
                "connections",
                network.connections().stream()
                        .map(c -> List.of(
                                c.source(),
                                c.synapse(),
                                c.delay_ms(),
                                c.weight_uS(),
                                c.later().stream()
                                        .map(l -> List.of(l.from_ms(), l.weight_uS()))
                                        .toList()))
                        .toList());
        tree.put(
                "events",
                network.eventLists().stream()
                        .map(e -> List.of(e.synapse(), e.weight_uS(), e.times_ms()))
                        .toList());
        tree.put("currents", currents(faults));
        network.synapses().stream()
                .map(Network.Synapse::type)
                .filter(SynapseType.Point.class::isInstance)
                .map(type -> ((SynapseType.Point) type).mechanism().name())
                .distinct()
                .forEach(name -> faults.add(new FieldFault("synapses", name + ", a point process, is not exported")));
        if (!network.gaps().isEmpty()) {
            faults.add(new FieldFault("gaps", "are not exported"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The network cannot be exported for NEURON.", faults);
        }
        return tree;
    }

    private Map<String, Object> synapse(Network.Synapse synapse) {
        var tree = place(synapse.cell(), synapse.node());
        switch (synapse.type()) {
            case SynapseType.SynE e -> {
                tree.put("type", "bw_SynE");
                tree.put(
                        "parameters",
                        ordered(
                                "tau_rise_AMPA_ms", e.tau_rise_AMPA_ms(),
                                "tau_decay_AMPA_ms", e.tau_decay_AMPA_ms(),
                                "tau_rise_NMDA_ms", e.tau_rise_NMDA_ms(),
                                "tau_decay_NMDA_ms", e.tau_decay_NMDA_ms(),
                                "e_mV", e.e_mV(),
                                "NMDA_ratio", e.NMDA_ratio(),
                                "mg_mM", e.mg_mM(),
                                "mg_slope_per_mV", e.mg_slope_per_mV(),
                                "mg_scale_mM", e.mg_scale_mM(),
                                "U", e.release().U(),
                                "D_ms", e.release().D_ms(),
                                "F_ms", e.release().F_ms()));
            }
            case SynapseType.SynI i -> {
                tree.put("type", "bw_SynI");
                tree.put(
                        "parameters",
                        ordered(
                                "tau_rise_ms", i.tau_rise_ms(),
                                "tau_decay_ms", i.tau_decay_ms(),
                                "e_mV", i.e_mV(),
                                "U", i.release().U(),
                                "D_ms", i.release().D_ms(),
                                "F_ms", i.release().F_ms()));
            }
            case SynapseType.Point point ->
                throw new AssertionError(point.mechanism().name() + " was to be refused");
            case SynapseType.Exp2Syn x -> {
                tree.put("type", "bw_SynI");
                tree.put(
                        "parameters",
                        ordered("tau_rise_ms", x.tau_rise_ms(), "tau_decay_ms", x.tau_decay_ms(), "e_mV", x.e_mV()));
            }
            case SynapseType.ExpSyn x -> {
                tree.put("type", "ExpSyn");
                tree.put("parameters", ordered("tau", x.tau_ms(), "e", x.e_mV()));
            }
        }
        return tree;
    }

    /** Values at the middle of each step: that is when NEURON takes them too. */
    private List<Object> currents(List<FieldFault> faults) {
        var run = network.run();
        var times_ms = new double[run.steps()];
        java.util.Arrays.setAll(times_ms, k -> (k + 0.5) * run.dt_ms());
        var currents = new ArrayList<Object>();
        for (var stimulus : network.stimuli()) {
            var values_nA = switch (stimulus) {
                case Network.Current c ->
                    java.util.Arrays.stream(times_ms).map(c::at_nA).toArray();
                case Network.Waveform w ->
                    java.util.Arrays.stream(times_ms).map(w::at_nA).toArray();
                case Network.Conductance _, Network.Clamp _ -> {
                    faults.add(new FieldFault(
                            "stimuli",
                            "has a %s into cell %d; only currents are exported"
                                    .formatted(stimulus.getClass().getSimpleName(), stimulus.cell())));
                    yield new double[0];
                }
            };
            var tree = place(stimulus.cell(), stimulus.node());
            tree.put("times_ms", times_ms);
            tree.put("values_nA", values_nA);
            currents.add(tree);
        }
        return currents;
    }

    private Map<String, Object> place(int cell, int node) {
        var shape = network.cells().get(cell).shape();
        return ordered("cell", cell, "section", shape.section(node), "x", shape.x(node));
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
