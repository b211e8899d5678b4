package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.model.circuit.SynapseBath;
import io.brainwright.sim.model.network.Network.Reweight;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sonata.circuit.EdgePopulation;
import io.brainwright.sonata.config.SimulationFile;
import io.brainwright.sonata.hdf5.Columns;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the chemical edges of one population into the network: connections from simulated cells, replayed spikes, spontaneous
 * release.
 *
 * <p>Contacts of one compartment with equal numbers share one conductance, as the equations are linear in it; those of cells whose
 * synapses are reported do not.
 */
final class EdgeWiring {
    private static final double NS_PER_US = 1000;
    private static final double MS_PER_S = 1000;
    /** syn_type_id from which a synapse is excitatory, in SONATA's practice. */
    private static final int FIRST_EXCITATORY = 100;

    private static final List<String> NEEDED = List.of(
            "afferent_section_id",
            "afferent_section_pos",
            "conductance",
            "decay_time",
            "depression_time",
            "facilitation_time",
            "u_syn",
            "delay",
            "syn_type_id");

    private final SimulationFile simulation;
    private final SonataCells cells;
    private final NetworkBuilder network;
    private final BitSet reported;
    private final Map<Seat, Integer> seats = new HashMap<>();
    private final List<Contact> contacts = new ArrayList<>();
    private long connections;
    private long minis;
    private long replayed;
    private long edgesBefore;

    /** @param reported cells whose synapses are reported one by one */
    EdgeWiring(SimulationFile simulation, SonataCells cells, NetworkBuilder network, BitSet reported) {
        this.simulation = simulation;
        this.cells = cells;
        this.network = network;
        this.reported = reported;
    }

    private record Seat(int cell, int node, SynapseType type) {}

    /**
     * A contact whose conductance is its own.
     *
     * @param cell on which it sits
     * @param node of the cell
     * @param edge its number among the edges of all populations, in the order of the circuit's configuration
     * @param synapses of the network: AMPA and NMDA in one; or GABA-A and, where it has any, GABA-B
     */
    record Contact(int cell, int node, long edge, List<Integer> synapses, SynapseType type) {}

    /**
     * @param edges a population whose targets are simulated, at least some of them
     * @param rules overrides
     * @param replays spikes that enter along these edges
     */
    void add(EdgePopulation edges, EdgeChange.Rules rules, List<Replay> replays) {
        var columns = edges.edges();
        check(edges.name(), columns);
        for (int row = 0; row < columns.rows(); row++) {
            int target = cells.index(edges.target(), edges.targets()[row]);
            if (target < 0) {
                continue;
            }
            long sourceId = edges.sources()[row];
            int source = cells.index(edges.source(), sourceId);
            var change = rules.of(sourceId, edges.targets()[row]);
            boolean excitatory = Numbers.at(columns, "syn_type_id", row) >= FIRST_EXCITATORY;
            double rate_Hz = change.minis_Hz()
                    .orElse(
                            excitatory
                                    ? cells.get(target).excitatoryMinis_Hz()
                                    : cells.get(target).inhibitoryMinis_Hz());
            var trains = new ArrayList<double[]>();
            for (var replay : replays) {
                var times = replay.times(edges.source(), sourceId, target);
                if (times.length > 0) {
                    trains.add(times);
                }
            }
            boolean heard = source >= 0 || rate_Hz > 0 || !trains.isEmpty();
            if (heard || reported.get(target)) {
                add(edges, row, source, target, change, numbers(columns, row, excitatory, change), rate_Hz, trains);
            }
        }
        edgesBefore += columns.rows();
    }

    /** Passes over edges that end on no simulated population; they are counted all the same. */
    void skip(EdgePopulation edges) {
        edgesBefore += edges.edges().rows();
    }

    private void add(
            EdgePopulation edges,
            int row,
            int source,
            int target,
            EdgeChange change,
            SynapseNumbers numbers,
            double rate_Hz,
            List<double[]> trains) {
        var columns = edges.edges();
        int section = (int) Numbers.at(columns, "afferent_section_id", row);
        int node = cells.get(target).node(section, Numbers.at(columns, "afferent_section_pos", row));
        double weight_uS = Numbers.at(columns, "conductance", row) / NS_PER_US;
        double delay_ms = change.delay_ms().orElse(Numbers.at(columns, "delay", row));
        check(edges.name(), row, delay_ms);
        var draws =
                Draws.of(simulation.run().seed() + simulation.run().minisSeed(), "sonata.minis." + edges.name(), row);
        var spontaneous = train(rate_Hz, draws);
        var own = new ArrayList<Integer>();
        for (var part : parts(numbers, weight_uS)) {
            int synapse = synapse(target, node, part.type);
            own.add(synapse);
            double now_uS = part.weight_uS * change.weight();
            if (source >= 0) {
                var later = change.later().stream()
                        .map(r -> new Reweight(r.from_ms(), r.weight_uS() * part.weight_uS))
                        .toList();
                network.connect(source, synapse, delay_ms, now_uS, later);
            }
            for (var times : trains) {
                network.events(synapse, shifted(times, delay_ms), now_uS);
            }
            if (spontaneous.length > 0) {
                network.events(synapse, spontaneous, now_uS);
            }
        }
        connections += source >= 0 ? 1 : 0;
        minis += spontaneous.length;
        replayed += trains.stream().mapToLong(t -> t.length).sum();
        if (reported.get(target)) {
            contacts.add(new Contact(
                    target, node, edgesBefore + row, own, numbers.excitatory() ? numbers.ampaNmda() : numbers.gabaA()));
        }
    }

    private record Part(SynapseType type, double weight_uS) {}

    private static List<Part> parts(SynapseNumbers numbers, double weight_uS) {
        if (numbers.excitatory()) {
            return List.of(new Part(numbers.ampaNmda(), weight_uS));
        }
        double gabaB = numbers.get("GABAB_ratio");
        return gabaB == 0
                ? List.of(new Part(numbers.gabaA(), weight_uS))
                : List.of(new Part(numbers.gabaA(), weight_uS), new Part(numbers.gabaB(), weight_uS * gabaB));
    }

    private int synapse(int cell, int node, SynapseType type) {
        return reported.get(cell)
                ? network.synapse(cell, node, type)
                : seats.computeIfAbsent(new Seat(cell, node, type), s -> network.synapse(s.cell(), s.node(), s.type()));
    }

    /** Numbers of the edge, then those of the conditions, then those of the override. */
    private SynapseNumbers numbers(Columns columns, int row, boolean excitatory, EdgeChange change) {
        var numbers = new SynapseNumbers(excitatory)
                .set(excitatory ? "tau_d_AMPA" : "tau_d_GABAA", Numbers.at(columns, "decay_time", row))
                .set("Dep", Numbers.at(columns, "depression_time", row))
                .set("Fac", Numbers.at(columns, "facilitation_time", row))
                .set("Use", utilisation(columns, row));
        double ratio = excitatory ? SynapseNumbers.NMDA_RATIO : 0;
        numbers.set(
                excitatory ? "NMDA_ratio" : "GABAB_ratio", Numbers.at(columns, "conductance_scale_factor", row, ratio));
        var model = excitatory ? SynapseNumbers.EXCITATORY : SynapseNumbers.INHIBITORY;
        simulation
                .conditions()
                .mechanisms()
                .getOrDefault(model, new java.util.LinkedHashMap<>())
                .forEach((name, value) -> {
                    if (SynapseNumbers.knows(excitatory, name)) {
                        numbers.set(name, value);
                    }
                });
        change.configure().forEach(a -> numbers.change(change.pointer(), a));
        return numbers;
    }

    private double utilisation(Columns columns, int row) {
        double u = Numbers.at(columns, "u_syn", row);
        var calcium = simulation.conditions().calcium_mM();
        return calcium.isEmpty()
                ? u
                : new SynapseBath(calcium.getAsDouble(), 1, Set.of())
                        .utilisation(u, Numbers.at(columns, "u_hill_coefficient", row));
    }

    private double[] train(double rate_Hz, Draws draws) {
        if (rate_Hz <= 0) {
            return new double[0];
        }
        var times = new ArrayList<Double>();
        double t_ms = draws.exponential(MS_PER_S / rate_Hz);
        while (t_ms < simulation.run().tstop_ms()) {
            times.add(t_ms);
            t_ms += draws.exponential(MS_PER_S / rate_Hz);
        }
        return times.stream().mapToDouble(t -> t).toArray();
    }

    private static double[] shifted(double[] times, double by) {
        return java.util.Arrays.stream(times).map(t -> t + by).toArray();
    }

    private void check(String population, Columns columns) {
        var needed = new ArrayList<>(NEEDED);
        if (simulation.conditions().calcium_mM().isPresent()) {
            needed.add("u_hill_coefficient");
        }
        var missing = needed.stream().filter(name -> !columns.has(name)).toList();
        if (!missing.isEmpty() && columns.rows() > 0) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_EDGES_INCOMPLETE",
                    "Edges '%s' have no %s.".formatted(population, missing),
                    "Chemical edges need %s.".formatted(needed),
                    Map.of("population", population, "missing", missing.toString()));
        }
    }

    private void check(String population, int row, double delay_ms) {
        if (!(delay_ms >= simulation.run().dt_ms())) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_DELAY_TOO_SHORT",
                    "Edge %d of '%s' has a delay of %s ms.".formatted(row, population, delay_ms),
                    "A delay is at least one time step, %s ms."
                            .formatted(simulation.run().dt_ms()),
                    Map.of(
                            "population",
                            population,
                            "edge",
                            String.valueOf(row),
                            "delay_ms",
                            String.valueOf(delay_ms)));
        }
    }

    /** Contacts of the cells whose synapses are reported. */
    List<Contact> contacts() {
        return contacts;
    }

    /** What was wired, for people. */
    String said() {
        return "%d synapses between simulated cells, %d replayed and %d spontaneous events; every synapse releases its mean (Tsodyks-Markram), n_rrp_vesicles plays no part"
                .formatted(connections, replayed, minis);
    }
}
