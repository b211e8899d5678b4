package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.circuit.Contacts.Number;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.plasticity.PlasticContacts;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Puts contacts on compartments.
 *
 * <p>Contacts of one compartment with equal kinetics and release share one conductance: the equations are linear in it, and
 * every connection keeps its own release, so nothing changes but the cost. Contacts that release at random have a conductance of their own.
 * Delays are rounded to whole steps, at least one.
 */
public final class SynapseWiring {
    private static final double NS_PER_US = 1000;
    private static final double MS_PER_S = 1000;
    private static final int NO_CELL = -1;
    private static final String OWN_MINIS = "sim.minis";

    private final Protocol protocol;
    private final NetworkBuilder network;
    private final List<PlacedCell> cells;
    private final Map<Long, Integer> indexOf;
    private final Compartments[] shapes;
    private final BitSet[] axonSections;
    private final @Nullable PlasticContacts plastic;
    private final BiFunction<NetworkBuilder, List<Driven>, Circuit> finish;
    private final Map<Seat, Integer> seats = new HashMap<>();
    private final Map<Long, Integer> contactsFrom = new HashMap<>();
    private int seatsOfCell = NO_CELL;

    SynapseWiring(
            Protocol protocol,
            NetworkBuilder network,
            List<PlacedCell> cells,
            Map<Long, Integer> indexOf,
            Compartments[] shapes,
            BitSet[] axonSections,
            @Nullable PlasticContacts plastic,
            BiFunction<NetworkBuilder, List<Driven>, Circuit> finish) {
        this.protocol = protocol;
        this.network = network;
        this.cells = cells;
        this.indexOf = indexOf;
        this.shapes = shapes;
        this.axonSections = axonSections;
        this.plastic = plastic;
        this.finish = finish;
    }

    /** A conductance that contacts can share. */
    private record Seat(int node, SynapseType type) {}

    /** Adds contacts; those of one target stand together. */
    public SynapseWiring add(Contacts contacts) {
        for (int i = 0; i < contacts.count(); i++) {
            int source = index(contacts.source(i), "source_node_id");
            add(
                    contacts,
                    i,
                    OWN_MINIS,
                    (synapse, delay_ms, weight) -> network.connect(source, synapse, delay_ms, weight));
        }
        return this;
    }

    /**
     * Adds contacts of fibres; those of one target stand together.
     *
     * @param drives what fires fibres, and the cells that hear it; other drives are passed over
     */
    public SynapseWiring addFibres(Contacts contacts, List<Driven> drives) {
        seatsOfCell = NO_CELL;
        for (int i = 0; i < contacts.count(); i++) {
            int target = index(contacts.target(i), "target_node_id");
            var spikes_ms = spikes_ms(contacts.source(i), target, drives);
            if (spikes_ms.length > 0 || protocol.transmission().minis() != MiniRates.NONE) {
                add(
                        contacts,
                        i,
                        "sim.minis.fibre",
                        (synapse, delay_ms, weight) -> hear(synapse, later(spikes_ms, delay_ms), weight));
            }
        }
        seatsOfCell = NO_CELL;
        return this;
    }

    /** Lets a contact hear its source. */
    private interface Hearing {
        void from(int synapse, double delay_ms, double weight);
    }

    private static double[] spikes_ms(long fibre, int target, List<Driven> drives) {
        return drives.stream()
                .filter(d -> d.drive() instanceof Drive.Fibres && Arrays.binarySearch(d.cells(), target) >= 0)
                .map(d -> ((Drive.Fibres) d.drive()).times_ms().get(fibre))
                .filter(Objects::nonNull)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
    }

    private void hear(int synapse, double[] arrivals_ms, double weight) {
        if (arrivals_ms.length > 0) {
            network.events(synapse, arrivals_ms, weight);
        }
    }

    private double[] later(double[] spikes_ms, double delay_ms) {
        return Arrays.stream(spikes_ms)
                .map(t -> t + delay_ms)
                .filter(t -> t < protocol.duration_ms())
                .toArray();
    }

    private void add(Contacts contacts, int i, String minis, Hearing hearing) {
        int target = index(contacts.target(i), "target_node_id");
        if (target != seatsOfCell) {
            seats.clear();
            contactsFrom.clear();
            seatsOfCell = target;
        }
        int which = contactsFrom.merge(contacts.source(i), 1, Integer::sum);
        if (!protocol.bath().acts(contacts, i)) {
            return;
        }
        boolean stochastic = protocol.transmission().stochastic();
        int node = node(contacts, i, target);
        var spontaneous_ms = spontaneous_ms(contacts, i, target, minis, which);
        double delay_ms = wholeSteps_ms(contacts.get(Number.DELAY, i));
        boolean betweenExcitatory =
                contacts.excitatory(i) && cells.get(target).synapse_class().equals("EXC");
        if (plastic != null && minis.equals(OWN_MINIS) && betweenExcitatory) {
            plastic.add(
                    PlasticRow.contact(contacts, i, which, target, node, shapes[target], protocol.seed()),
                    (synapse, weight) -> hearing.from(synapse, delay_ms, weight),
                    spontaneous_ms);
            return;
        }
        var type = protocol.bath().type(contacts, i);
        int synapse = stochastic
                ? network.synapse(target, node, Vesicles.of(type, Vesicles.sites(contacts, i)))
                : seats.computeIfAbsent(new Seat(node, type), s -> network.synapse(target, s.node(), s.type()));
        double conductance_uS = contacts.get(Number.CONDUCTANCE, i) / NS_PER_US;
        double weight_uS = protocol.bath().weight_uS(contacts.excitatory(i), conductance_uS);
        double weight = stochastic ? weight_uS * Vesicles.NS_PER_US : weight_uS;
        hearing.from(synapse, delay_ms, weight);
        if (spontaneous_ms.length > 0) {
            network.events(synapse, spontaneous_ms, weight, stochastic ? Vesicles.SPONTANEOUS : Map.of());
        }
    }

    /** Spontaneous events of a contact: Poisson, drawn by the pair and the contact's place among those of the pair. */
    private double[] spontaneous_ms(Contacts contacts, int i, int target, String minis, int which) {
        double rate_Hz = protocol.transmission().minis().of_Hz(cells.get(target), contacts.excitatory(i));
        if (rate_Hz <= 0) {
            return new double[0];
        }
        var stream = "%s.%d.%d".formatted(minis, contacts.source(i), which);
        var draws = Draws.of(protocol.seed(), stream, contacts.target(i));
        var times_ms = new ArrayList<Double>();
        double t_ms = draws.exponential(MS_PER_S / rate_Hz);
        while (t_ms < protocol.duration_ms()) {
            times_ms.add(t_ms);
            t_ms += draws.exponential(MS_PER_S / rate_Hz);
        }
        return times_ms.stream().mapToDouble(t -> t).toArray();
    }

    /** Couples cells by gap junctions. */
    public SynapseWiring couple(Junctions gaps) {
        for (int i = 0; i < gaps.count(); i++) {
            int source = index(gaps.source()[i], "source_node_id");
            int target = index(gaps.target()[i], "target_node_id");
            network.gap(
                    source,
                    node(gaps.sourceSection()[i], gaps.sourcePos()[i], source),
                    target,
                    node(gaps.targetSection()[i], gaps.targetPos()[i], target),
                    gaps.conductance_nS()[i] / NS_PER_US);
        }
        return this;
    }

    /** The finished circuit. */
    public Circuit build(List<Driven> drives) {
        return finish.apply(network, drives);
    }

    private int node(Contacts contacts, int i, int target) {
        return node(contacts.section(i), contacts.get(Number.AFFERENT_SECTION_POS, i), target);
    }

    /** A place on the axon sits on the stub's first section, at the same place along it. */
    private int node(int asked, double pos, int cell) {
        int section = asked;
        if (axonSections[cell].get(section)) {
            section = shapes[cell].sections().stream()
                    .filter(s -> s.group().equals("axon"))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        return shapes[cell].compartmentAt(section, pos);
    }

    private double wholeSteps_ms(double delay_ms) {
        return Math.max(1, Math.rint(delay_ms / protocol.dt_ms())) * protocol.dt_ms();
    }

    private int index(long node_id, String column) {
        var index = indexOf.get(node_id);
        if (index == null) {
            throw new Problem(
                    Kind.INVALID,
                    "SYNAPSE_OF_UNKNOWN_CELL",
                    "A synapse has %s %d, which is none of the %d cells.".formatted(column, node_id, cells.size()),
                    "Give the synapses that were made for these cells.",
                    Map.of(
                            "column",
                            column,
                            "node_id",
                            String.valueOf(node_id),
                            "cells",
                            String.valueOf(cells.size())));
        }
        return index;
    }
}
