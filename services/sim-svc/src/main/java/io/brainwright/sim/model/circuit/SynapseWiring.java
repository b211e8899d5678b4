package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.circuit.Contacts.Number;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Puts contacts on compartments.
 *
 * <p>Contacts of one compartment with equal kinetics and release share one conductance: the equations are linear in it, and
 * every connection keeps its own release, so nothing changes but the cost. Delays are rounded to whole steps, at least one.
 */
public final class SynapseWiring {
    private static final double NS_PER_US = 1000;

    private final Protocol protocol;
    private final NetworkBuilder network;
    private final List<PlacedCell> cells;
    private final Map<Long, Integer> indexOf;
    private final Compartments[] shapes;
    private final BitSet[] axonSections;
    private final BiFunction<NetworkBuilder, List<Driven>, Circuit> finish;
    private final Map<Seat, Integer> seats = new HashMap<>();
    private int seatsOfCell = -1;

    SynapseWiring(
            Protocol protocol,
            NetworkBuilder network,
            List<PlacedCell> cells,
            Map<Long, Integer> indexOf,
            Compartments[] shapes,
            BitSet[] axonSections,
            BiFunction<NetworkBuilder, List<Driven>, Circuit> finish) {
        this.protocol = protocol;
        this.network = network;
        this.cells = cells;
        this.indexOf = indexOf;
        this.shapes = shapes;
        this.axonSections = axonSections;
        this.finish = finish;
    }

    /** A conductance that contacts can share. */
    private record Seat(int node, SynapseType type) {}

    /** Adds contacts; those of one target stand together. */
    public SynapseWiring add(Contacts contacts) {
        for (int i = 0; i < contacts.count(); i++) {
            int source = index(contacts.source(i), "source_node_id");
            int target = index(contacts.target(i), "target_node_id");
            if (protocol.bath().acts(contacts, i)) {
                add(contacts, i, source, target);
            }
        }
        return this;
    }

    private void add(Contacts contacts, int i, int source, int target) {
        if (target != seatsOfCell) {
            seats.clear();
            seatsOfCell = target;
        }
        var seat = new Seat(node(contacts, i, target), protocol.bath().type(contacts, i));
        int synapse = seats.computeIfAbsent(seat, s -> network.synapse(target, s.node(), s.type()));
        double conductance_uS = contacts.get(Number.CONDUCTANCE, i) / NS_PER_US;
        network.connect(
                source,
                synapse,
                wholeSteps_ms(contacts.get(Number.DELAY, i)),
                protocol.bath().weight_uS(contacts.excitatory(i), conductance_uS));
    }

    /** The finished circuit. */
    public Circuit build(List<Driven> drives) {
        return finish.apply(network, drives);
    }

    /** A contact on the axon sits on the stub's first section, at the same place along it. */
    private int node(Contacts contacts, int i, int target) {
        int section = contacts.section(i);
        double pos = contacts.get(Number.AFFERENT_SECTION_POS, i);
        if (axonSections[target].get(section)) {
            section = shapes[target].sections().stream()
                    .filter(s -> s.group().equals("axon"))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        return shapes[target].compartmentAt(section, pos);
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
