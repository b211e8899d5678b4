package io.brainwright.sim.model.plasticity;

import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * How much effective calcium lone spikes bring into each spine, found by simulating them (Chindemi et al. 2022, doi
 * 10.1038/s41467-022-30214-w): the presynaptic cell alone, every vesicle of the connection released, onto the potentiated contact of a cell
 * at rest; and one spike of the target alone, from a short pulse into its soma. In 2 mM calcium and 1 mM magnesium, whatever the run has.
 *
 * <p>Always in Java: both back ends give the same bits.
 */
public final class LoneCalcium {
    private static final double AT_MS = 20;
    /** Effective calcium rises for some ln(278 / 70) (278 70 / 208) = 129 ms after NMDA receptors opened. */
    private static final double PRE_END_MS = AT_MS + 160;
    /** After a spike, whose calcium is pumped out with 12 ms, it is highest before 45 ms. */
    private static final double POST_END_MS = AT_MS + 60;
    /** Chosen: nothing fires, and calcium is slow; against 0.025 ms c_pre moves by less than 0.1 % (LoneCalciumTest). */
    private static final double PRE_DT_MS = 0.25;

    private static final double POST_DT_MS = 0.025;
    private static final double SAMPLED_MS = 1;
    /** Chosen: a pulse of 3 ms, as in the source, made stronger until the cell fires. */
    private static final double PULSE_MS = 3;

    private static final double FIRST_PULSE_NA = 0.8;
    private static final double STRONGER = 1.5;
    private static final double STRONGEST_PULSE_NA = 15;
    /** Chosen: so many cells at once; they do not hear each other, and it changes no bit. */
    private static final int AT_ONCE = 64;

    /** Open at rest and below threshold; the others are all but closed there and left out of c_pre, which so comes out 3 % high (LoneCalciumTest). */
    private static final Set<Mechanism> AT_REST = Set.of(Mechanism.pas, Mechanism.Ih);

    private final IntFunction<Target> targets;
    private final PlasticityRule rule;
    private final double celsius_degC;
    private final double v_init_mV;
    private final int threads;
    private final Consumer<String> say;

    /**
     * A cell that contacts stand on.
     *
     * @param shape its compartments
     * @param model its membrane
     */
    public record Target(Compartments shape, CellModel model) {}

    /**
     * @param targets the cell of a place in the network
     * @param threads change nothing but the time
     * @param say hears how far it is
     */
    public LoneCalcium(
            IntFunction<Target> targets,
            PlasticityRule rule,
            double celsius_degC,
            double v_init_mV,
            int threads,
            Consumer<String> say) {
        this.targets = targets;
        this.rule = rule;
        this.celsius_degC = celsius_degC;
        this.v_init_mV = v_init_mV;
        this.threads = threads;
        this.say = say;
    }

    /** Highest effective calcium of each contact after a lone spike of its source, mM ms. */
    public double[] pre(List<PlasticContact> contacts) {
        return pre(contacts, model -> only(AT_REST, model), PRE_DT_MS);
    }

    double[] pre(List<PlasticContact> contacts, java.util.function.UnaryOperator<CellModel> membrane, double dt_ms) {
        record Pair(long source, long target) {}
        var connections = new LinkedHashMap<Pair, List<Integer>>();
        for (int i = 0; i < contacts.size(); i++) {
            var c = contacts.get(i);
            connections
                    .computeIfAbsent(new Pair(c.source(), c.target()), _ -> new ArrayList<>())
                    .add(i);
        }
        var models = new HashMap<CellModel, CellModel>();
        var peaks = new double[contacts.size()];
        var all = List.copyOf(connections.values());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            var network = new NetworkBuilder(run(dt_ms, PRE_END_MS));
            var places = new Places();
            for (var connection : some) {
                var target = targets.apply(contacts.get(connection.getFirst()).cell());
                var model = models.computeIfAbsent(target.model(), membrane);
                int cell = network.cell(places.cells.size(), target.shape(), model, -1, 0);
                for (int i : connection) {
                    int synapse = places.add(network, cell, contacts.get(i), i);
                    network.events(synapse, new double[] {AT_MS}, PlasticSynapse.ON);
                }
            }
            run(network, places, peaks, new int[0]);
            say.accept("calcium of lone spikes: %d of %d connections".formatted(from + some.size(), all.size()));
        }
        return peaks;
    }

    /** Highest effective calcium of each contact after a lone spike of its target, mM ms; NaN where the target fires no lone spike. */
    public double[] post(List<PlasticContact> contacts) {
        var peaks = new double[contacts.size()];
        Arrays.fill(peaks, Double.NaN);
        var silent = new TreeSet<Integer>();
        contacts.forEach(c -> silent.add(c.cell()));
        for (double nA = FIRST_PULSE_NA; nA < STRONGEST_PULSE_NA && !silent.isEmpty(); nA *= STRONGER) {
            var cells = List.copyOf(silent);
            for (int from = 0; from < cells.size(); from += AT_ONCE) {
                pulse(contacts, cells.subList(from, Math.min(cells.size(), from + AT_ONCE)), nA, peaks, silent);
            }
            say.accept("calcium of lone spikes: %d cells have not fired yet".formatted(silent.size()));
        }
        return peaks;
    }

    /** Pushes cells; those that fire leave {@code silent}, and those that fire once leave their peaks. */
    private void pulse(
            List<PlasticContact> contacts, List<Integer> cells, double nA, double[] peaks, Set<Integer> silent) {
        var network = new NetworkBuilder(run(POST_DT_MS, POST_END_MS));
        var places = new Places();
        Map<Integer, Integer> cellOf = new HashMap<>();
        for (int c : cells) {
            var target = targets.apply(c);
            int soma = target.shape().compartmentAt(0, 0.5);
            int cell = network.cell(c, target.shape(), target.model(), soma, 0);
            network.current(cell, soma, AT_MS, PULSE_MS, nA);
            cellOf.put(c, cell);
        }
        for (int i = 0; i < contacts.size(); i++) {
            var cell = cellOf.get(contacts.get(i).cell());
            if (cell != null) {
                places.add(network, cell, contacts.get(i), i);
            }
        }
        var highest = new double[peaks.length];
        var spikes = new int[cells.size()];
        run(network, places, highest, spikes);
        for (int k = 0; k < cells.size(); k++) {
            if (spikes[k] > 0) {
                silent.remove(cells.get(k));
            }
        }
        for (int k = 0; k < places.contacts.size(); k++) {
            if (spikes[places.cells.get(k)] == 1) {
                peaks[places.contacts.get(k)] = highest[places.contacts.get(k)];
            }
        }
    }

    /** What stands where: parallel lists. */
    private final class Places {
        final List<Integer> contacts = new ArrayList<>();
        final List<Integer> cells = new ArrayList<>();
        final List<Integer> nodes = new ArrayList<>();
        final List<Integer> synapses = new ArrayList<>();

        int add(NetworkBuilder network, int cell, PlasticContact contact, int number) {
            int synapse = network.synapse(cell, contact.node(), PlasticSynapse.alone(contact, rule));
            contacts.add(number);
            cells.add(cell);
            nodes.add(contact.node());
            synapses.add(synapse);
            return synapse;
        }
    }

    private void run(NetworkBuilder network, Places places, double[] peaks, int[] spikes) {
        network.record(
                new Variable.PointStates(places.synapses, "effcai_GB"),
                places.cells.stream().mapToInt(i -> i).toArray(),
                places.nodes.stream().mapToInt(i -> i).toArray(),
                SAMPLED_MS);
        Simulation.run(network.build(), Backend.JAVA, threads, new Observer() {
            @Override
            public void spike(double t_ms, int cell) {
                spikes[cell]++;
            }

            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                for (int k = 0; k < values.length; k++) {
                    int contact = places.contacts.get(k);
                    peaks[contact] = Math.max(peaks[contact], values[k]);
                }
            }
        });
    }

    private Network.Run run(double dt_ms, double end_ms) {
        return new Network.Run(dt_ms, end_ms, celsius_degC, v_init_mV);
    }

    static CellModel only(Set<Mechanism> kept, CellModel model) {
        var groups = new HashMap<String, Membrane>();
        model.groups().forEach((name, membrane) -> {
            var mechanisms = new HashMap<>(membrane.mechanisms());
            mechanisms.keySet().retainAll(kept);
            groups.put(name, new Membrane(membrane.cm_uF_cm2(), mechanisms));
        });
        return new CellModel(groups, model.ions());
    }
}
