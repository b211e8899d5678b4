package io.brainwright.sim.model.circuit;

import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.field.Electrode;
import io.brainwright.sim.model.field.PotentialField;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records the extracellular potential of a circuit: samples every node, and makes of each sample one value per electrode. */
public final class FieldRecording {
    private final PotentialField field;
    private final double interval_ms;
    private final Map<Integer, List<Network.Stimulus>> inside = new HashMap<>();
    private double dt_ms;

    /**
     * @param electrodes where it is recorded
     * @param interval_ms how often, a whole number of steps
     */
    public FieldRecording(List<Electrode> electrodes, double interval_ms) {
        this.field = new PotentialField(electrodes);
        this.interval_ms = interval_ms;
    }

    /** The contacts, in the order of the values. */
    public List<Electrode> electrodes() {
        return field.electrodes();
    }

    /** Samples every node of every cell. */
    void record(Compartments[] shapes, List<List<PotentialField.NodeSource>> sources, NetworkBuilder network) {
        var cell = new ArrayList<Integer>();
        var node = new ArrayList<Integer>();
        for (int i = 0; i < shapes.length; i++) {
            field.add(shapes[i], sources.get(i));
            for (int k = 0; k < shapes[i].count(); k++) {
                cell.add(i);
                node.add(k);
            }
        }
        network.record(Variable.VOLTAGE, CircuitBuilder.ints(cell), CircuitBuilder.ints(node), interval_ms);
    }

    /** Remembers what is injected. */
    void watch(Network network) {
        dt_ms = network.run().dt_ms();
        network.stimuli()
                .forEach(s ->
                        inside.computeIfAbsent(s.cell(), _ -> new ArrayList<>()).add(s));
    }

    /**
     * The potential at each electrode, mV.
     *
     * @param v_mV a sample of all nodes
     */
    public double[] potential_mV(double t_ms, double[] v_mV) {
        return field.at(t_ms, v_mV, this::inject);
    }

    /** A drive is taken at the middle of its step. */
    private void inject(int cell, double end_ms, double[] into_nA) {
        double middle_ms = end_ms - dt_ms / 2;
        for (var stimulus : inside.getOrDefault(cell, List.of())) {
            into_nA[stimulus.node()] += switch (stimulus) {
                case Network.Current c -> c.at_nA(middle_ms);
                case Network.Waveform w -> w.at_nA(middle_ms);
                case Network.Conductance _, Network.Clamp _ -> throw new AssertionError("circuits are not clamped");
            };
        }
    }
}
