package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A dendrite's compartment with many contacts of one kind, driven by events and by pulses that stand for spikes that travel back. */
final class OneCompartment {
    private final NetworkBuilder network;
    private final int contacts;
    private final List<Integer> synapses = new ArrayList<>();

    OneCompartment(double tstop_ms, long seed, Mechanism mechanism, int contacts, Map<String, Double> parameters) {
        this(tstop_ms, seed, mechanism, contacts, _ -> parameters);
    }

    /** The same with parameters by the number of the contact. */
    OneCompartment(
            double tstop_ms,
            long seed,
            Mechanism mechanism,
            int contacts,
            IntFunction<Map<String, Double>> parameters) {
        this.contacts = contacts;
        network = new NetworkBuilder(new Network.Run(0.025, tstop_ms, 34, -70, seed));
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        var membrane = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-3);
        network.cell(0, tree.build(), new CellModel(Map.of("soma", membrane), Ions.cortical()), -1, 0);
        for (int c = 0; c < contacts; c++) {
            synapses.add(network.synapse(0, 0, new SynapseType.Point(mechanism, parameters.apply(c))));
        }
    }

    /** Events at each contact. */
    OneCompartment events(double weight, double... times_ms) {
        synapses.forEach(s -> network.events(s, times_ms, weight));
        return this;
    }

    /** Pulses of 3 ms to some -10 mV. */
    OneCompartment spikes(double... times_ms) {
        for (double t : times_ms) {
            network.current(0, 0, t, 3, 0.8);
        }
        return this;
    }

    /** A column of every contact, frame by frame. */
    List<double[]> run(String column, double every_ms) {
        for (int s : synapses) {
            network.record(new Variable.PointState(s, column), new int[] {0}, new int[] {0}, every_ms);
        }
        var frames = new ArrayList<double[]>();
        Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                if (recording == 0) {
                    frames.add(new double[contacts]);
                }
                frames.get((int) frame)[recording] = values[0];
            }
        });
        return frames;
    }
}
