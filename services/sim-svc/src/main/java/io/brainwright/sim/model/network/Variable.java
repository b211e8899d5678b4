package io.brainwright.sim.model.network;

import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.List;

/** What can be recorded. */
public sealed interface Variable {
    /** Membrane potential at t, mV. */
    record Voltage() implements Variable {}

    /** A gate, or the calcium pool's "cai" (mM), at t. */
    record State(Mechanism mechanism, String state) implements Variable {}

    /**
     * One exponential of a synapse at t, uS (in the order of its kind: rise, decay of AMPA or GABA-A, then of NMDA).
     *
     * @param synapse index of the synapse; the recorded places are of its cell
     * @param exponential which, from 0
     */
    record Exponential(int synapse, int exponential) implements Variable {}

    /**
     * A column of a point process at t: a state, or a RANGE variable that it keeps from step to step.
     *
     * @param synapse index of the point process; the recorded places are of its cell
     * @param name of the column
     */
    record PointState(int synapse, String name) implements Variable {}

    /**
     * The same column of many point processes of one kind, one per recorded place.
     *
     * @param synapses index of each place's point process
     * @param name of the column
     */
    record PointStates(List<Integer> synapses, String name) implements Variable {
        public PointStates {
            synapses = List.copyOf(synapses);
        }
    }

    /**
     * The same exponential of many synapses of one kind, one per recorded place.
     *
     * @param synapses index of each place's synapse
     * @param exponential which, from 0
     */
    record Exponentials(List<Integer> synapses, int exponential) implements Variable {
        public Exponentials {
            synapses = List.copyOf(synapses);
        }
    }

    /** Calcium under the membrane at t, mM; constant where no mechanism changes it. */
    record Calcium() implements Variable {}

    Voltage VOLTAGE = new Voltage();
}
