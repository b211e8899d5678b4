package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.config.InputModule.SynapseReplay;
import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.config.SimulationFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The network that a configuration means.
 *
 * @param network what the solver runs
 * @param cells its cells
 * @param reports what is kept of the run
 * @param notes what a reader of the results must know
 */
record SonataNetwork(Network network, SonataCells cells, List<Report> reports, List<String> notes) {
    private static final String WRAPPED = "synapse_astrocyte";
    private static final Set<String> TISSUE = Set.of("astrocyte", "vasculature", "endfoot", "glialglial", WRAPPED);

    SonataNetwork {
        reports = List.copyOf(reports);
        notes = List.copyOf(notes);
    }

    static SonataNetwork build(SimulationFile simulation, ElectricalModels recipe) {
        checkMechanisms(simulation);
        var circuit = SonataCircuit.open(simulation.circuit());
        var selection = new NodeSelection(circuit, simulation.nodeSetsFile());
        checkNodeSets(simulation, selection);
        var cells = SonataCells.read(circuit, selection, simulation.nodeSet(), recipe);
        var run = simulation.run();
        var network = new NetworkBuilder(new Network.Run(
                run.dt_ms(),
                run.tstop_ms(),
                simulation.conditions().celsius_degC(),
                simulation.conditions().v_init_mV(),
                run.seed() + run.ionChannelSeed()));
        var models = models(simulation, selection, cells);
        for (int i = 0; i < cells.list().size(); i++) {
            var cell = cells.get(i);
            boolean ais = simulation.conditions().spikesAtInitialSegment();
            network.cell(
                    i, cell.shape(), models.of(i), ais ? cell.initialSegment() : cell.soma(), run.spikeThreshold_mV());
        }
        var inputs = new InputWiring(run, network);
        for (var input : simulation.inputs()) {
            if (!(input.module() instanceof SynapseReplay)) {
                inputs.add(input, cells, targets(input.pointer(), input.nodeSet(), selection, cells));
            }
        }
        var plans = new ReportPlans(simulation, cells, selection, network, models, inputs.electrodes());
        var wiring = new EdgeWiring(simulation, cells, network, withSynapseReports(simulation, plans));
        wire(simulation, circuit, selection, cells, wiring);
        var reports = new ArrayList<Report>();
        for (var request : simulation.reports()) {
            reports.add(plans.plan(request, wiring.contacts()));
        }
        var notes = new ArrayList<String>();
        notes.add(cells.standIns());
        notes.add(wiring.said());
        notes.addAll(leftOut(circuit));
        return new SonataNetwork(network.build(), cells, reports, notes);
    }

    /** Said once: a reader may take astrocytes and vessels of the circuit for part of the run. */
    private static List<String> leftOut(SonataCircuit circuit) {
        var tissue = Stream.concat(circuit.nodes().stream(), circuit.edges().stream())
                .filter(p -> TISSUE.contains(p.type()))
                .map(p -> "%s (%s)".formatted(p.name(), p.type()))
                .toList();
        return tissue.isEmpty()
                ? List.of()
                : List.of("astrocytes and vessels are not simulated and act on nothing: left out are %s"
                        .formatted(String.join(", ", tissue)));
    }

    private static int[] targets(String pointer, String nodeSet, NodeSelection selection, SonataCells cells) {
        int[] targets = cells.of(selection.select(nodeSet));
        if (targets.length == 0) {
            throw Fault.at(pointer + "/node_set", "'%s' holds none of the simulated cells".formatted(nodeSet));
        }
        return targets;
    }

    private static CellModels models(SimulationFile simulation, NodeSelection selection, SonataCells cells) {
        var models = cells.list().stream().map(SonataCell::model).toArray(CellModel[]::new);
        for (var modification : simulation.conditions().modifications()) {
            var changed = targets(modification.pointer(), modification.nodeSet(), selection, cells);
            SectionChanges.apply(modification, changed, models);
        }
        return new CellModels(cells, List.of(models));
    }

    private static BitSet withSynapseReports(SimulationFile simulation, ReportPlans plans) {
        var reported = new BitSet();
        for (var request : simulation.reports()) {
            if (request.type() == ReportRequest.Type.SYNAPSE) {
                java.util.Arrays.stream(plans.cells(request)).forEach(reported::set);
            }
        }
        return reported;
    }

    private static void wire(
            SimulationFile simulation,
            SonataCircuit circuit,
            NodeSelection selection,
            SonataCells cells,
            EdgeWiring wiring) {
        var replays = new ArrayList<Replay>();
        for (var input : simulation.inputs()) {
            if (input.module() instanceof SynapseReplay replay) {
                replays.add(Replay.of(input, replay, selection, cells));
            }
        }
        for (var population : circuit.edges()) {
            var edges = circuit.edges(population.name());
            if (!cells.has(edges.target()) || population.type().equals(WRAPPED)) {
                wiring.skip(edges);
                continue;
            }
            if (!population.type().equals("chemical")) {
                throw notSimulated(population);
            }
            wiring.add(
                    edges,
                    new EdgeChange.Rules(simulation.overrides(), selection, edges.source(), edges.target()),
                    replays);
        }
    }

    private static Problem notSimulated(CircuitConfig.Population edges) {
        return new Problem(
                Kind.INVALID,
                "SONATA_EDGES_NOT_SIMULATED",
                "Edges '%s' are of type '%s', which is not simulated.".formatted(edges.name(), edges.type()),
                "Leave them out of the circuit's configuration, or simulate cells on which they do not end.",
                Map.of("population", edges.name(), "type", edges.type()));
    }

    /** Every node set that is named exists, and all that do not are told together. */
    private static void checkNodeSets(SimulationFile simulation, NodeSelection selection) {
        var faults = new ArrayList<FieldFault>();
        simulation.nodeSet().ifPresent(name -> check(selection, "/node_set", name, faults));
        simulation.inputs().forEach(i -> check(selection, i.pointer() + "/node_set", i.nodeSet(), faults));
        simulation
                .reports()
                .forEach(r -> r.cells().ifPresent(name -> check(selection, r.pointer() + "/cells", name, faults)));
        simulation.overrides().forEach(o -> {
            check(selection, o.pointer() + "/source", o.source(), faults);
            check(selection, o.pointer() + "/target", o.target(), faults);
        });
        simulation
                .conditions()
                .modifications()
                .forEach(m -> check(selection, m.pointer() + "/node_set", m.nodeSet(), faults));
        if (!faults.isEmpty()) {
            throw Problem.invalid("'%s' cannot be simulated.".formatted(simulation.file()), faults);
        }
    }

    static void check(NodeSelection selection, String pointer, String name, List<FieldFault> faults) {
        try {
            selection.select(name);
        } catch (Problem problem) {
            faults.add(new FieldFault(pointer, problem.sentence()));
        }
    }

    /** Variables of synapse models that are set are known ones. */
    private static void checkMechanisms(SimulationFile simulation) {
        var faults = new ArrayList<FieldFault>();
        simulation
                .conditions()
                .mechanisms()
                .forEach((model, values) -> values.forEach((name, value) -> {
                    boolean known = (model.equals(SynapseNumbers.EXCITATORY) && SynapseNumbers.knows(true, name))
                            || (model.equals(SynapseNumbers.INHIBITORY) && SynapseNumbers.knows(false, name));
                    if (!known) {
                        faults.add(new FieldFault(
                                "/conditions/mechanisms/%s/%s".formatted(model, name),
                                "is not supported; kinetics, Use, Dep, Fac, init_depleted and minis_single_vesicle of %s and %s are"
                                        .formatted(SynapseNumbers.EXCITATORY, SynapseNumbers.INHIBITORY)));
                    }
                }));
        if (!faults.isEmpty()) {
            throw Problem.invalid("'%s' cannot be simulated.".formatted(simulation.file()), faults);
        }
    }
}
