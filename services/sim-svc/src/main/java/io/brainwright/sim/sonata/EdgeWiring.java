package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.model.circuit.Vesicles;
import io.brainwright.sim.model.network.Network.Reweight;
import io.brainwright.sim.model.network.Network.Stream;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sim.model.synapse.SynapseType.Point;
import io.brainwright.sonata.circuit.EdgePopulation;
import io.brainwright.sonata.config.SimulationFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the chemical edges of one population into the network: connections from simulated cells, replayed spikes, spontaneous
 * release.
 *
 * <p>Contacts of one compartment with equal numbers share one conductance, as the equations are linear in it; those of cells whose
 * synapses are reported do not, nor do those that release at random.
 */
final class EdgeWiring {
    private static final double MS_PER_S = 1000;

    private final SimulationFile simulation;
    private final SonataCells cells;
    private final NetworkBuilder network;
    private final BitSet reported;
    private final Map<Seat, Integer> seats = new HashMap<>();
    private final List<Contact> contacts = new ArrayList<>();
    private long connections;
    private long atRandom;
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
     * What can reach an edge.
     *
     * @param source index of the cell that sends; below 0: it is not simulated
     * @param rate_Hz of spontaneous release
     * @param trains arrival times of replayed spikes, without the edge's delay
     */
    private record Senders(int source, double rate_Hz, List<double[]> trains) {
        boolean any() {
            return source >= 0 || rate_Hz > 0 || !trains.isEmpty();
        }
    }

    /**
     * @param edges a population whose targets are simulated, at least some of them
     * @param rules overrides
     * @param replays spikes that enter along these edges
     */
    void add(EdgePopulation edges, EdgeChange.Rules rules, List<Replay> replays) {
        var numbers = new EdgeNumbers(simulation, edges);
        for (int row = 0; row < edges.edges().rows(); row++) {
            int target = cells.index(edges.target(), edges.targets()[row]);
            if (target < 0) {
                continue;
            }
            var change = rules.of(edges.sources()[row], edges.targets()[row]);
            var senders = senders(edges, row, target, change, numbers.excitatory(row), replays);
            if (senders.any() || reported.get(target)) {
                add(edges, row, target, change, numbers, senders);
            }
        }
        edgesBefore += edges.edges().rows();
    }

    /** Passes over edges that end on no simulated population; they are counted all the same. */
    void skip(EdgePopulation edges) {
        edgesBefore += edges.edges().rows();
    }

    private Senders senders(
            EdgePopulation edges, int row, int target, EdgeChange change, boolean excitatory, List<Replay> replays) {
        long sourceId = edges.sources()[row];
        var cell = cells.get(target);
        double rate_Hz = change.minis_Hz().orElse(excitatory ? cell.excitatoryMinis_Hz() : cell.inhibitoryMinis_Hz());
        var trains = replays.stream()
                .map(replay -> replay.times(edges.source(), sourceId, target))
                .filter(times -> times.length > 0)
                .toList();
        return new Senders(cells.index(edges.source(), sourceId), rate_Hz, trains);
    }

    private void add(
            EdgePopulation edges, int row, int target, EdgeChange change, EdgeNumbers edgeNumbers, Senders senders) {
        var columns = edges.edges();
        var numbers = edgeNumbers.of(row, change);
        int section = (int) Numbers.at(columns, "afferent_section_id", row);
        int node = cells.get(target).node(section, Numbers.at(columns, "afferent_section_pos", row));
        double conductance_nS = Numbers.at(columns, "conductance", row);
        double delay_ms = change.delay_ms().orElse(Numbers.at(columns, "delay", row));
        check(edges.name(), row, delay_ms);
        boolean random = edgeNumbers.atRandom(numbers, change);
        if (random) {
            refuseWhatVesiclesCannot(target, change);
            atRandom++;
        }
        var spontaneous = spontaneous_ms(edges.name(), row, senders.rate_Hz);
        var own = new ArrayList<Integer>();
        for (var part :
                random ? vesicles(numbers, edgeNumbers.sites(row), conductance_nS) : mean(numbers, conductance_nS)) {
            int synapse = synapse(edges.name(), row, target, node, part.type);
            own.add(synapse);
            double now = part.weight * change.weight();
            if (senders.source >= 0) {
                var later = change.later().stream()
                        .map(r -> new Reweight(r.from_ms(), r.weight_uS() * part.weight))
                        .toList();
                network.connect(senders.source, synapse, delay_ms, now, later);
            }
            for (var times : senders.trains) {
                network.events(synapse, shifted(times, delay_ms), now);
            }
            if (spontaneous.length > 0) {
                network.events(synapse, spontaneous, now, random ? Vesicles.SPONTANEOUS : Map.of());
            }
        }
        connections += senders.source >= 0 ? 1 : 0;
        minis += spontaneous.length;
        replayed += senders.trains.stream().mapToLong(t -> t.length).sum();
        if (reported.get(target)) {
            contacts.add(new Contact(
                    target, node, edgesBefore + row, own, numbers.excitatory() ? numbers.ampaNmda() : numbers.gabaA()));
        }
    }

    /** @param weight peak conductance, in uS; for a point process in nS */
    private record Part(SynapseType type, double weight) {}

    private static List<Part> vesicles(SynapseNumbers numbers, int sites, double conductance_nS) {
        return List.of(new Part(numbers.vesicles(sites), conductance_nS));
    }

    private static List<Part> mean(SynapseNumbers numbers, double conductance_nS) {
        double weight_uS = conductance_nS / Vesicles.NS_PER_US;
        if (numbers.excitatory()) {
            return List.of(new Part(numbers.ampaNmda(), weight_uS));
        }
        double gabaB = numbers.get("GABAB_ratio");
        return gabaB == 0
                ? List.of(new Part(numbers.gabaA(), weight_uS))
                : List.of(new Part(numbers.gabaA(), weight_uS), new Part(numbers.gabaB(), weight_uS * gabaB));
    }

    private int synapse(String population, int row, int cell, int node, SynapseType type) {
        if (type instanceof Point point) {
            var run = simulation.run();
            long seed = run.seed() + run.synapseSeed().orElse(0);
            return network.synapse(cell, node, point, new Stream(seed, "sonata." + population, row));
        }
        return reported.get(cell)
                ? network.synapse(cell, node, type)
                : seats.computeIfAbsent(new Seat(cell, node, type), s -> network.synapse(s.cell(), s.node(), s.type()));
    }

    private void refuseWhatVesiclesCannot(int target, EdgeChange change) {
        if (reported.get(target)) {
            throw Fault.at(
                    "/reports",
                    "show single synapses of cells whose synapses release at random; only those that release their mean are shown");
        }
        if (!change.later().isEmpty()) {
            throw Fault.at(
                    "/connection_overrides",
                    "change weights at a 'delay', and synapses that release at random keep theirs; override them with DetAMPANMDA or DetGABAAB");
        }
    }

    private double[] spontaneous_ms(String population, int row, double rate_Hz) {
        if (rate_Hz <= 0) {
            return new double[0];
        }
        var run = simulation.run();
        var draws = Draws.of(run.seed() + run.minisSeed(), "sonata.minis." + population, row);
        var times = new ArrayList<Double>();
        double t_ms = draws.exponential(MS_PER_S / rate_Hz);
        while (t_ms < run.tstop_ms()) {
            times.add(t_ms);
            t_ms += draws.exponential(MS_PER_S / rate_Hz);
        }
        return times.stream().mapToDouble(t -> t).toArray();
    }

    private static double[] shifted(double[] times, double by) {
        return Arrays.stream(times).map(t -> t + by).toArray();
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
        var release = atRandom == 0
                ? "every synapse releases its mean (Tsodyks-Markram), n_rrp_vesicles plays no part"
                : "%d synapses release vesicles at random, the others their mean (Tsodyks-Markram)".formatted(atRandom);
        return "%d synapses between simulated cells, %d replayed and %d spontaneous events; %s"
                .formatted(connections, replayed, minis, release);
    }
}
