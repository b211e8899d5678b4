package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sonata.circuit.EdgePopulation;
import io.brainwright.sonata.config.BioNetFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the edges of a plain Allen circuit into the network. Contacts of one compartment with equal numbers share one conductance, as
 * the equations are linear in it.
 */
final class BioNetEdges {
    private final SonataCells cells;
    private final NetworkBuilder network;
    private final double dt_ms;
    private final SynapseModels models;
    private final SynapseDraws draws;
    private final Map<Seat, Integer> seats = new HashMap<>();
    private final Map<String, FieldFault> faults = new LinkedHashMap<>();
    private long connections;
    private long events;

    BioNetEdges(BioNetFile file, SonataCells cells, NetworkBuilder network, SynapseDraws draws) {
        this.cells = cells;
        this.network = network;
        this.dt_ms = file.simulation().run().dt_ms();
        this.models = new SynapseModels(file.components().folder("synaptic_models_dir"));
        this.draws = draws;
    }

    private record Seat(int cell, int node, SynapseType type) {}

    /** Connects simulated cells; edges whose source is virtual are left to the spikes. */
    void connect(EdgePopulation edges) {
        var rows = new EdgeRows(edges, cells, models, draws, this::fault);
        for (int row = 0; row < edges.edges().rows(); row++) {
            int source = cells.index(edges.source(), edges.sources()[row]);
            if (source < 0) {
                continue;
            }
            for (var contact : rows.contacts(row)) {
                if (contact.delay_ms() < dt_ms) {
                    fault(
                            edges,
                            row,
                            "delay",
                            "is %s ms; at least one time step of %s ms".formatted(contact.delay_ms(), dt_ms));
                    continue;
                }
                network.connect(source, synapse(contact), contact.delay_ms(), contact.weight_uS());
                connections++;
            }
        }
    }

    /** Lets the spikes of virtual nodes arrive. */
    void send(EdgePopulation edges, SpikeTrains trains) {
        var rows = new EdgeRows(edges, cells, models, draws, this::fault);
        for (int row = 0; row < edges.edges().rows(); row++) {
            var times_ms = trains.of(edges.source(), edges.sources()[row]);
            for (var contact : rows.contacts(row)) {
                if (times_ms.length > 0) {
                    double delay_ms = contact.delay_ms();
                    network.events(
                            synapse(contact),
                            Arrays.stream(times_ms).map(t -> t + delay_ms).toArray(),
                            contact.weight_uS());
                    events += times_ms.length;
                }
            }
        }
    }

    private int synapse(EdgeRows.Contact contact) {
        return seats.computeIfAbsent(
                new Seat(contact.cell(), contact.node(), contact.type()),
                s -> network.synapse(s.cell(), s.node(), s.type()));
    }

    private void fault(EdgePopulation edges, int row, String attribute, String fault) {
        faults.putIfAbsent(
                edges.name() + attribute + fault,
                new FieldFault("%s, edge %d: %s".formatted(edges.name(), row, attribute), fault));
    }

    /** Throws what is wrong with the edges, each sort once. */
    void check() {
        if (!faults.isEmpty()) {
            throw Problem.invalid("The simulation cannot be run.", List.copyOf(faults.values()));
        }
    }

    /** What was wired, for people. */
    String said() {
        return "%d synapses between simulated cells, %d events of virtual nodes%s"
                .formatted(connections, events, draws.said());
    }
}
