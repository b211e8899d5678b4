package io.brainwright.sim.sonata;

import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;

/**
 * Which ions pass a membrane.
 *
 * @param calciumWithoutPool whether calcium passes and nothing there accounts for it
 */
record IonUse(boolean sodium, boolean potassium, boolean calciumWithoutPool) {
    static IonUse of(Membrane membrane, double celsius_degC, double dt_ms) {
        boolean sodium = false;
        boolean potassium = false;
        boolean calcium = false;
        boolean pool = membrane.mechanisms().containsKey(Mechanism.CaDyn);
        for (var mechanism : membrane.mechanisms().keySet()) {
            var kinetics = Kinetics.of(mechanism, celsius_degC, dt_ms);
            pool |= kinetics.writesCalcium();
            for (var current : kinetics.currents()) {
                sodium |= current.ion().equals("na");
                potassium |= current.ion().equals("k");
                calcium |= current.ion().equals("ca");
            }
        }
        return new IonUse(sodium, potassium, calcium && !pool);
    }
}
