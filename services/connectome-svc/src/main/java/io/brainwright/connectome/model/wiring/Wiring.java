package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.physiology.PhysiologyRecipe;
import io.brainwright.connectome.model.pruning.Fate;
import io.brainwright.connectome.model.pruning.Pathway;
import io.brainwright.connectome.model.pruning.PathwayPruning;
import io.brainwright.connectome.model.pruning.Prunings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prunes touching pairs to connections and gives their synapses a physiology. Holds one range of targets; one thread. */
public final class Wiring {
    private final Prunings statistics;
    private final PhysiologyRecipe physiology;
    private final long seed;
    private final Map<Pathway, PathwayPruning> prunings = new HashMap<>();
    private final List<Synapse> synapses = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();

    public Wiring(Prunings statistics, PhysiologyRecipe physiology, long seed) {
        this.statistics = statistics;
        this.physiology = physiology;
        this.seed = seed;
    }

    /** Decides over one pair. */
    public void add(TouchingPair pair) {
        var pathway = new Pathway(pair.source().type(), pair.target().type());
        var pruning = prunings.computeIfAbsent(pathway, statistics::pruning);
        var fate =
                Fate.decide(pair.contacts().size(), pruning.steps(), pruning.activeFraction(), seed, pair.connection());
        connections.add(new Connection(
                pair.source().nodeId(),
                pair.target().nodeId(),
                pair.found(),
                pair.byDistance(),
                pair.byTarget(),
                fate.byReduction(),
                fate.byCut(),
                fate.byActivation(),
                fate.kept().cardinality()));
        if (!fate.kept().isEmpty()) {
            connect(pair, fate);
        }
    }

    /** All synapses so far, in the order of the edge table. */
    public List<Synapse> synapses() {
        return synapses.stream().sorted(Synapse.ORDER).toList();
    }

    /** All touching pairs so far, by target and source. */
    public List<Connection> connections() {
        return connections.stream().sorted(Connection.ORDER).toList();
    }

    public int synapseCount() {
        return synapses.size();
    }

    private void connect(TouchingPair pair, Fate fate) {
        var drawn = physiology.draw(pair.source().type(), pair.target().type(), seed, pair.connection());
        fate.kept().stream()
                .mapToObj(pair.contacts()::get)
                .forEach(contact -> synapses.add(new Synapse(
                        pair.source().nodeId(),
                        pair.target().nodeId(),
                        contact,
                        drawn,
                        physiology.delay_ms(contact.axonPath_um()))));
    }
}
