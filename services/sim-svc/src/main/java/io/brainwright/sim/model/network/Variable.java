package io.brainwright.sim.model.network;

import io.brainwright.sim.model.mechanism.Mechanism;

/** What can be recorded. */
public sealed interface Variable {
    /** Membrane potential at t, mV. */
    record Voltage() implements Variable {}

    /** A gate, or the calcium pool's "cai" (mM), at t. */
    record State(Mechanism mechanism, String state) implements Variable {}

    Voltage VOLTAGE = new Voltage();
}
