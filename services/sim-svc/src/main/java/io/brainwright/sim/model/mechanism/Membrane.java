package io.brainwright.sim.model.mechanism;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The membrane of one group of sections: capacitance and mechanisms with their parameters.
 *
 * @param cm_uF_cm2 specific capacitance
 * @param mechanisms parameters by name for each mechanism present; absent parameters have the mechanism's defaults
 */
public record Membrane(double cm_uF_cm2, Map<Mechanism, Map<String, Scaled>> mechanisms) {
    public Membrane {
        mechanisms = Map.copyOf(mechanisms);
        mechanisms.forEach(Mechanism::checkInMembrane);
    }

    /** Bare lipid: capacitance only. */
    public static Membrane of(double cm_uF_cm2) {
        return new Membrane(cm_uF_cm2, Map.of());
    }

    /** This membrane with one parameter set; adds the mechanism where it is absent. */
    public Membrane with(Mechanism mechanism, String parameter, Scaled value) {
        var all = new LinkedHashMap<>(mechanisms);
        var parameters = new LinkedHashMap<>(all.getOrDefault(mechanism, Map.of()));
        parameters.put(parameter, value);
        all.put(mechanism, parameters);
        return new Membrane(cm_uF_cm2, all);
    }

    /** The same with a number that holds everywhere. */
    public Membrane with(Mechanism mechanism, String parameter, double value) {
        return with(mechanism, parameter, Scaled.of(value));
    }
}
