package io.brainwright.sim.model.plasticity;

import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.plasticity.PlasticityRule.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The plastic contacts of a circuit: taken in one by one with what they hear, seated together once their lone calcium is known, and recorded
 * at the end of the run.
 */
public final class PlasticContacts {
    /** What is recorded of each contact, in this order: efficacy, AMPA conductance (nS), utilisation. */
    private static final List<String> RECORDED = List.of("rho_GB", "gmax_AMPA", "Use_GB");

    /** Argument that tells a spontaneous event from a spike. */
    private static final Map<String, Double> SPONTANEOUS = Map.of("nc_type", 1.0);

    private final PlasticityRule rule;
    private final Surroundings bath;
    private final List<PlasticContact> contacts = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<double[]> minis_ms = new ArrayList<>();
    private List<Thresholds> thresholds = List.of();
    private int firstRecording = Integer.MAX_VALUE;
    private final List<Integer> synapses = new ArrayList<>();

    public PlasticContacts(PlasticityRule rule, Surroundings bath) {
        this.rule = rule;
        this.bath = bath;
    }

    /** Lets a contact hear its source. */
    @FunctionalInterface
    public interface Input {
        /** Connects the source to the synapse with this weight. */
        void connect(int synapse, double weight);
    }

    /**
     * Takes a contact in.
     *
     * @param minis_ms times of its spontaneous events
     */
    public void add(PlasticContact contact, Input input, double[] minis_ms) {
        contacts.add(contact);
        inputs.add(input);
        this.minis_ms.add(minis_ms);
    }

    /** Finds the thresholds of all contacts and puts them onto their cells. */
    public void seat(NetworkBuilder network, LoneCalcium lone) {
        var c_pre = lone.pre(contacts);
        var c_post = lone.post(contacts);
        var found = new ArrayList<Thresholds>();
        for (int i = 0; i < contacts.size(); i++) {
            var contact = contacts.get(i);
            found.add(rule.thresholds(contact, c_pre[i], c_post[i]));
            int synapse = network.synapse(
                    contact.cell(), contact.node(), PlasticSynapse.of(contact, rule, found.getLast(), bath));
            synapses.add(synapse);
            inputs.get(i).connect(synapse, PlasticSynapse.ON);
            if (minis_ms.get(i).length > 0) {
                network.events(synapse, minis_ms.get(i), PlasticSynapse.ON, SPONTANEOUS);
            }
        }
        thresholds = List.copyOf(found);
    }

    /** Records what becomes of them. */
    public void record(NetworkBuilder network, double duration_ms) {
        int[] cells = contacts.stream().mapToInt(PlasticContact::cell).toArray();
        int[] nodes = contacts.stream().mapToInt(PlasticContact::node).toArray();
        for (var name : RECORDED) {
            int recording = network.record(new Variable.PointStates(synapses, name), cells, nodes, duration_ms);
            firstRecording = Math.min(firstRecording, recording);
        }
    }

    /** Which of the recordings a frame is: 0 efficacy, 1 conductance, 2 utilisation; below 0 none of them. */
    public int recorded(int recording) {
        return recording - firstRecording;
    }

    public List<PlasticContact> contacts() {
        return List.copyOf(contacts);
    }

    /** Thresholds, contact by contact. */
    public List<Thresholds> thresholds() {
        return thresholds;
    }
}
