package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.circuit.Drive.Driven;
import io.brainwright.sim.model.emodel.ElectricalModel;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.field.PotentialField.NodeSource;
import io.brainwright.sim.model.network.Network.Run;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.plasticity.LoneCalcium;
import io.brainwright.sim.model.plasticity.PlasticContacts;
import io.brainwright.sim.model.plasticity.PlasticityRule;
import io.brainwright.sim.model.plasticity.Surroundings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assembles a circuit piece by piece, so that morphologies and synapses can stream through: first {@link #shape} for every
 * cell, then {@link #wire()}, contacts and drives, then {@link SynapseWiring#build()}.
 */
public final class CircuitBuilder {
    /** Chosen: -20 mV at the soma, as in the reference cases; SONATA's usual -30 mV gives the same spikes one step earlier. */
    public static final double SPIKE_THRESHOLD_MV = -20;

    private final Protocol protocol;
    private final ElectricalModels models;
    private final double v_init_mV;
    private final List<PlacedCell> cells;
    private final Map<Long, Integer> indexOf = new HashMap<>();
    private final Compartments[] shapes;
    private final CompartmentPlaces[] places;
    private final BitSet[] axonSections;
    private final List<List<NodeSource>> sources;
    private @Nullable FieldRecording field;
    private @Nullable Plasticity plasticity;

    /**
     * @param cells by rising node id
     * @param v_init_mV voltage of every compartment at time 0
     */
    public CircuitBuilder(Protocol protocol, ElectricalModels models, double v_init_mV, List<PlacedCell> cells) {
        this.protocol = protocol;
        this.models = models;
        this.v_init_mV = v_init_mV;
        this.cells = List.copyOf(cells);
        this.shapes = new Compartments[cells.size()];
        this.places = new CompartmentPlaces[cells.size()];
        this.axonSections = new BitSet[cells.size()];
        this.sources = new ArrayList<>(Collections.nCopies(cells.size(), List.of()));
        for (int i = 0; i < cells.size(); i++) {
            indexOf.put(cells.get(i).node_id(), i);
        }
    }

    /** Records the extracellular potential too; said before the first shape. */
    public void field(FieldRecording recording) {
        this.field = recording;
    }

    /** Lets contacts between excitatory cells change; said before the first contact. */
    public void plastic(PlasticityRule rule, int threads, Consumer<String> say) {
        this.plasticity = new Plasticity(rule, threads, say);
    }

    /** What plastic contacts need. */
    private record Plasticity(PlasticityRule rule, int threads, Consumer<String> say) {
        PlasticContacts contacts(SynapseBath bath) {
            return new PlasticContacts(
                    rule,
                    new Surroundings(
                            bath.ca_mM(),
                            bath.mg_mM(),
                            !bath.blocked().contains(Receptor.AMPA),
                            !bath.blocked().contains(Receptor.NMDA),
                            bath::utilisation));
        }
    }

    /** Gives a cell its shape; shapes of cells that are not simulated are passed over. */
    public void shape(long node_id, Morphology morphology) {
        var index = indexOf.get(node_id);
        if (index == null) {
            return;
        }
        var shape = model(index).compartments(morphology);
        shapes[index] = shape;
        places[index] = CompartmentPlaces.of(cells.get(index), morphology, shape);
        if (field != null) {
            sources.set(index, CompartmentPlaces.sources(cells.get(index), morphology, shape));
        }
        axonSections[index] = new BitSet();
        for (int s = 1; s < morphology.sectionCount(); s++) {
            axonSections[index].set(s, morphology.type(s) == SectionType.AXON);
        }
    }

    /** Goes on to synapses and drives, once every cell has a shape. */
    public SynapseWiring wire() {
        var network = new NetworkBuilder(new Run(
                protocol.dt_ms(), protocol.duration_ms(), protocol.temperature_degC(), v_init_mV, protocol.seed()));
        for (int i = 0; i < shapes.length; i++) {
            if (shapes[i] == null) {
                throw withoutMorphology(cells.get(i).node_id());
            }
            network.cell(
                    cells.get(i).node_id(),
                    shapes[i],
                    model(i).membrane(),
                    shapes[i].compartmentAt(0, 0.5),
                    SPIKE_THRESHOLD_MV);
        }
        var plastic = plasticity == null ? null : plasticity.contacts(protocol.bath());
        return new SynapseWiring(
                protocol,
                network,
                cells,
                indexOf,
                shapes,
                axonSections,
                plastic,
                (built, drives) -> finish(built, drives, plastic));
    }

    /** What is wrong where a cell has no shape. */
    public static Problem withoutMorphology(long node_id) {
        return new Problem(
                Kind.INVALID,
                "CELL_WITHOUT_MORPHOLOGY",
                "Cell %d has no morphology.".formatted(node_id),
                "Give the morphologies that were grown for these cells.",
                Map.of("node_id", String.valueOf(node_id)));
    }

    private Circuit finish(NetworkBuilder network, List<Driven> drives, @Nullable PlasticContacts plastic) {
        if (plastic != null) {
            plastic.seat(network, lone(Objects.requireNonNull(plasticity)));
        }
        new DriveWiring(protocol, network, cells, shapes).add(drives);
        recordSomata(network);
        recordCompartments(network);
        if (field != null) {
            field.record(shapes, sources, network);
        }
        if (plastic != null) {
            plastic.record(network, Math.rint(protocol.duration_ms() / protocol.dt_ms()) * protocol.dt_ms());
        }
        var built = network.build();
        if (field != null) {
            field.watch(built);
        }
        return new Circuit(built, cells, List.of(places), Optional.ofNullable(field), Optional.ofNullable(plastic));
    }

    private LoneCalcium lone(Plasticity p) {
        return new LoneCalcium(
                cell -> new LoneCalcium.Target(shapes[cell], model(cell).membrane()),
                p.rule(),
                protocol.temperature_degC(),
                v_init_mV,
                p.threads(),
                p.say());
    }

    private void recordSomata(NetworkBuilder network) {
        var cell = new int[shapes.length];
        var node = new int[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            cell[i] = i;
            node[i] = shapes[i].compartmentAt(0, 0.5);
        }
        network.record(Variable.VOLTAGE, cell, node, protocol.somaReport_ms());
    }

    private void recordCompartments(NetworkBuilder network) {
        var cell = new ArrayList<Integer>();
        var node = new ArrayList<Integer>();
        for (int i = 0; i < places.length; i++) {
            for (var place : places[i].places()) {
                cell.add(i);
                node.add(place.node());
            }
        }
        network.record(Variable.VOLTAGE, ints(cell), ints(node), protocol.compartmentReport_ms());
    }

    private ElectricalModel model(int cell) {
        return models.of(cells.get(cell).etype(), cells.get(cell).layer());
    }

    static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }
}
