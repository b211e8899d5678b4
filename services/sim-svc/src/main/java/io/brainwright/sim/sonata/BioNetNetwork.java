package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.config.BioNetFile;
import io.brainwright.sonata.config.BioNetInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** The network that a simulation of a plain Allen circuit means. */
final class BioNetNetwork {
    private final BioNetFile file;
    private final SonataCircuit circuit;
    private final NodeSelection selection;
    private final List<String> notes = new ArrayList<>();

    private BioNetNetwork(BioNetFile file) {
        this.file = file;
        circuit = SonataCircuit.open(file.simulation().circuit());
        selection = new NodeSelection(circuit, file.simulation().nodeSetsFile());
        var nodes = JsonNodeFactory.instance;
        selection.define("all", nodes.objectNode());
        for (var population : circuit.nodes()) {
            selection.define(population.name(), nodes.objectNode().put("population", population.name()));
        }
        file.nodeSets().forEach(selection::define);
    }

    static SonataNetwork build(BioNetFile file) {
        return new BioNetNetwork(file).build();
    }

    private SonataNetwork build() {
        checkNodeSets();
        var simulation = file.simulation();
        var cells = BioNetCells.read(file, circuit, selection);
        var run = simulation.run();
        var conditions = simulation.conditions();
        var network = new NetworkBuilder(new Network.Run(
                run.dt_ms(), run.tstop_ms(), conditions.celsius_degC(), conditions.v_init_mV(), run.seed()));
        for (int i = 0; i < cells.list().size(); i++) {
            var cell = cells.get(i);
            network.cell(i, cell.shape(), cell.model(), cell.soma(), run.spikeThreshold_mV());
        }
        notes.add(cells.standIns());
        var electrodes = new ArrayList<Network.Stimulus>();
        file.clamps().forEach(clamp -> inject(clamp, cells, electrodes));
        electrodes.forEach(network::stimulus);
        wire(cells, network);
        var models = new CellModels(
                cells, cells.list().stream().map(SonataCell::model).toList());
        var plans = new ReportPlans(simulation, cells, selection, network, models, electrodes);
        var reports = simulation.reports().stream()
                .map(request -> plans.plan(request, List.of()))
                .toList();
        return new SonataNetwork(network.build(), cells, reports, notes);
    }

    private void inject(BioNetInput.Clamp clamp, SonataCells cells, List<Network.Stimulus> electrodes) {
        int[] targets = cells.of(selection.select(clamp.nodeSet()));
        if (targets.length == 0) {
            throw Fault.at(
                    clamp.pointer() + "/node_set", "'%s' holds none of the simulated cells".formatted(clamp.nodeSet()));
        }
        for (int index : targets) {
            var cell = cells.get(index);
            var sections = cell.sections(clamp.section());
            if (clamp.index() >= sections.size()) {
                throw Fault.at(
                        clamp.pointer() + "/section_index",
                        "is %d; cell %s has %d sections '%s'"
                                .formatted(clamp.index(), cell.name(), sections.size(), clamp.section()));
            }
            int node = cell.shape().compartmentAt(sections.get(clamp.index()).id(), clamp.place());
            for (var step : clamp.steps()) {
                electrodes.add(new Network.Current(
                        index, node, step.delay_ms(), step.duration_ms(), step.amplitude_nA(), 1, 0));
            }
        }
    }

    private void wire(SonataCells cells, NetworkBuilder network) {
        var wiring = new BioNetEdges(file, cells, network, new SynapseDraws(cells, firstNodes()));
        var edges = new LinkedHashMap<String, io.brainwright.sonata.circuit.EdgePopulation>();
        for (var population : circuit.edges()) {
            edges.put(population.name(), circuit.edges(population.name()));
        }
        edges.values().stream().filter(e -> cells.has(e.source())).forEach(wiring::connect);
        var fed = new HashMap<String, BioNetInput.Spikes>();
        for (var input : file.spikes()) {
            var populations = selection.select(input.nodeSet()).keySet().stream()
                    .filter(population -> !cells.has(population))
                    .toList();
            for (var population : populations) {
                var other = fed.putIfAbsent(population, input);
                if (other != null) {
                    throw Fault.at(
                            input.pointer() + "/node_set",
                            "means '%s', which has its spikes from %s".formatted(population, other.pointer()));
                }
            }
            if (populations.isEmpty()) {
                throw Fault.at(input.pointer() + "/node_set", "'%s' holds no virtual node".formatted(input.nodeSet()));
            }
            var trains = SpikeTrains.read(input, populations);
            for (var population : populations) {
                edges.values().stream()
                        .filter(e -> e.source().equals(population))
                        .forEach(e -> wiring.send(e, trains));
            }
        }
        wiring.check();
        notes.add(wiring.said());
        edges.values().stream()
                .filter(e -> !cells.has(e.source()) && !fed.containsKey(e.source()))
                .forEach(e -> notes.add(
                        "edges '%s' are silent: no input has spikes of '%s'".formatted(e.name(), e.source())));
    }

    /** Nodes are counted through all populations, in the order of the circuit's configuration. */
    private Map<String, Long> firstNodes() {
        var first = new HashMap<String, Long>();
        long next = 0;
        for (var name :
                circuit.nodes().stream().map(CircuitConfig.Population::name).toList()) {
            first.put(name, next);
            next += selection.population(name).nodes().rows();
        }
        return first;
    }

    private void checkNodeSets() {
        var faults = new ArrayList<FieldFault>();
        file.spikes().forEach(s -> SonataNetwork.check(selection, s.pointer() + "/node_set", s.nodeSet(), faults));
        file.clamps().forEach(c -> SonataNetwork.check(selection, c.pointer() + "/node_set", c.nodeSet(), faults));
        for (var report : file.simulation().reports()) {
            Optional<String> named = report.cells();
            named.ifPresent(name -> SonataNetwork.check(selection, report.pointer() + "/cells", name, faults));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(
                    "'%s' cannot be simulated.".formatted(file.simulation().file()), faults);
        }
    }
}
