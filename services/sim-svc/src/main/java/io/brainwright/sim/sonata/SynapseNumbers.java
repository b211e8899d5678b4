package io.brainwright.sim.sonata;

import io.brainwright.sim.model.nmodl.Published;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType.Point;
import io.brainwright.sim.model.synapse.SynapseType.SynE;
import io.brainwright.sim.model.synapse.SynapseType.SynI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers of one contact under the names of the published synapse models, so that a configuration can change any of them.
 *
 * <p>Kinetics: AMPA 0.2 / 1.74 ms, NMDA 0.29 / 43 ms, GABA-A 0.2 / 8.3 ms, GABA-B 3.5 / 260.9 ms, reversal 0, 0, -80 and -97 mV
 * (Markram et al. 2015, doi 10.1016/j.cell.2015.09.029); magnesium block of Jahr &amp; Stevens 1990, J Neurosci 10:3178.
 */
final class SynapseNumbers {
    /** Name of the excitatory model: AMPA and NMDA. */
    static final String EXCITATORY = "ProbAMPANMDA_EMS";

    /** Name of the inhibitory model: GABA-A and GABA-B. */
    static final String INHIBITORY = "ProbGABAAB_EMS";

    static final double NMDA_RATIO = 0.71;

    /** Whether all sites are empty at time 0; only vesicles can be. */
    private static final String DEPLETED = "init_depleted";

    /** Whether a spontaneous event releases at most one vesicle. */
    private static final String SINGLE = "minis_single_vesicle";

    private static final Map<String, Double> EXCITATORY_DEFAULTS = Map.ofEntries(
            Map.entry("tau_r_AMPA", 0.2),
            Map.entry("tau_d_AMPA", 1.74),
            Map.entry("tau_r_NMDA", 0.29),
            Map.entry("tau_d_NMDA", 43.0),
            Map.entry("e", 0.0),
            Map.entry("mg", 1.0),
            Map.entry("slope_mg", 0.062),
            Map.entry("scale_mg", 3.57),
            Map.entry("NMDA_ratio", NMDA_RATIO),
            Map.entry(DEPLETED, 0.0),
            Map.entry(SINGLE, 0.0),
            Map.entry("Use", 1.0),
            Map.entry("Dep", 0.0),
            Map.entry("Fac", 0.0));

    private static final Map<String, Double> INHIBITORY_DEFAULTS = Map.ofEntries(
            Map.entry("tau_r_GABAA", 0.2),
            Map.entry("tau_d_GABAA", 8.3),
            Map.entry("tau_r_GABAB", 3.5),
            Map.entry("tau_d_GABAB", 260.9),
            Map.entry("e_GABAA", -80.0),
            Map.entry("e_GABAB", -97.0),
            Map.entry("GABAB_ratio", 0.0),
            Map.entry(DEPLETED, 0.0),
            Map.entry(SINGLE, 0.0),
            Map.entry("Use", 1.0),
            Map.entry("Dep", 0.0),
            Map.entry("Fac", 0.0));

    private final boolean excitatory;
    private final Map<String, Double> values;

    SynapseNumbers(boolean excitatory) {
        this.excitatory = excitatory;
        values = new HashMap<>(excitatory ? EXCITATORY_DEFAULTS : INHIBITORY_DEFAULTS);
    }

    static boolean knows(boolean excitatory, String name) {
        return (excitatory ? EXCITATORY_DEFAULTS : INHIBITORY_DEFAULTS).containsKey(name);
    }

    boolean excitatory() {
        return excitatory;
    }

    /** Name of the published model whose numbers these are. */
    String model() {
        return excitatory ? EXCITATORY : INHIBITORY;
    }

    SynapseNumbers set(String name, double value) {
        values.put(name, value);
        return this;
    }

    double get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** Changes a number; refuses what this model does not have. */
    void change(String pointer, Assignment a) {
        if (!values.containsKey(a.name())) {
            throw Fault.at(
                    pointer,
                    "sets '%s', which %s synapses do not have; they have %s"
                            .formatted(
                                    a.name(),
                                    excitatory ? "excitatory" : "inhibitory",
                                    values.keySet().stream().sorted().toList()));
        }
        values.put(a.name(), a.of(get(a.name())));
    }

    SynE ampaNmda() {
        return new SynE(
                get("tau_r_AMPA"),
                get("tau_d_AMPA"),
                get("tau_r_NMDA"),
                get("tau_d_NMDA"),
                get("e"),
                get("NMDA_ratio"),
                get("mg"),
                get("slope_mg"),
                get("scale_mg"),
                release());
    }

    SynI gabaA() {
        return new SynI(get("tau_r_GABAA"), get("tau_d_GABAA"), get("e_GABAA"), release());
    }

    SynI gabaB() {
        return new SynI(get("tau_r_GABAB"), get("tau_d_GABAB"), get("e_GABAB"), release());
    }

    /** Whether a number says something of single vesicles, which the mean rule does not have. */
    boolean countsVesicles() {
        return get(DEPLETED) != 0 || get(SINGLE) != 0;
    }

    /** The published point process of this class, which releases vesicles at random from so many sites; it has these numbers' names. */
    Point vesicles(int sites) {
        var parameters = new HashMap<>(values);
        parameters.put("Nrrp", (double) sites);
        return new Point(Published.named(model()), parameters);
    }

    private Release release() {
        return new Release(get("Use"), get("Dep"), get("Fac"));
    }
}
