package io.brainwright.sim.model.mechanism;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The mechanisms of the membrane, their parameters and states. Rates and papers: {@link Kinetics} and docs/science/channels.md.
 */
public enum Mechanism {
    /** Leak, i = g (v - e). */
    pas("", p("g_S_cm2", 1e-3), p("e_mV", -70)),
    /** Squid axon (Hodgkin & Huxley 1952, doi 10.1113/jphysiol.1952.sp004764): Na, K and leak. */
    hh("m h n", p("gnabar_S_cm2", 0.12), p("gkbar_S_cm2", 0.036), p("gl_S_cm2", 3e-4), p("el_mV", -54.3)),
    /** Transient sodium (Colbert & Pan 2002, doi 10.1038/nn0602-857). */
    NaTg("m h", p("gbar_S_cm2", 1e-5), p("vshiftm_mV", 0), p("vshifth_mV", 0), p("slopem_mV", 6), p("slopeh_mV", 6)),
    /** Persistent sodium (Magistretti & Alonso 1999, doi 10.1085/jgp.114.4.491). */
    Nap("m h", p("gbar_S_cm2", 1e-5)),
    /** Transient potassium (Korngreen & Sakmann 2000, doi 10.1111/j.1469-7793.2000.00621.x, shifted -10 mV). */
    K_T("m h", p("gbar_S_cm2", 1e-5)),
    /** Persistent potassium (Korngreen & Sakmann 2000, shifted -10 mV). */
    K_P("m h", p("gbar_S_cm2", 1e-5)),
    /** Fast non-inactivating potassium Kv3.1 (Rettig et al. 1992, EMBO J 11:2473). */
    Kv31("m", p("gbar_S_cm2", 1e-5)),
    /** Muscarinic potassium (Adams, Brown & Constanti 1982, J Physiol 330:537). */
    Im("m", p("gbar_S_cm2", 1e-5)),
    /** Slowly inactivating potassium Kv1 (Shu et al. 2007, doi 10.1073/pnas.0702041104). */
    Kd("m h", p("gbar_S_cm2", 1e-5)),
    /** High-voltage-activated calcium (Reuveni et al. 1993, J Neurosci 13:4609, inactivation shifted -12.3 mV). */
    Ca_HVA("m h", p("gbar_S_cm2", 1e-5)),
    /** Low-voltage-activated calcium (Avery & Johnston 1996, J Neurosci 16:5567; Randall & Tsien 1997). */
    Ca_LVA("m h", p("gbar_S_cm2", 1e-5)),
    /** Hyperpolarisation-activated cation (Kole, Hallermann & Stuart 2006, doi 10.1523/JNEUROSCI.3664-05.2006). */
    Ih("m", p("gbar_S_cm2", 1e-5)),
    /** Calcium-activated potassium (Kohler et al. 1996, doi 10.1126/science.273.5282.1709). */
    SK("z", p("gbar_S_cm2", 1e-5)),
    /** Calcium under the membrane (Destexhe et al. 1994, doi 10.1152/jn.1994.72.2.803). */
    CaDyn("cai", p("gamma_1", 0.05), p("decay_ms", 80), p("minCai_mM", 1e-4));

    private final List<String> states;
    private final List<Parameter> parameters;

    Mechanism(String states, Parameter... parameters) {
        this.states = states.isEmpty() ? List.of() : List.of(states.split(" "));
        this.parameters = List.of(parameters);
    }

    /**
     * @param name with its unit, as in case files
     * @param value default
     */
    public record Parameter(String name, double value) {}

    public List<Parameter> parameters() {
        return parameters;
    }

    /** Names of its gates (or "cai"). */
    public List<String> states() {
        return states;
    }

    /** The mechanism of a name; refused with the list of those that exist. */
    public static Mechanism named(String name) {
        for (var m : values()) {
            if (m.name().equals(name)) {
                return m;
            }
        }
        throw new Problem(
                Kind.INVALID,
                "NO_SUCH_MECHANISM",
                "There is no mechanism '%s'.".formatted(name),
                "It must be one of %s.".formatted(Arrays.toString(values())),
                Map.of("mechanism", name));
    }

    /** Refuses a parameter that this mechanism does not have. */
    void check(Map<String, Scaled> given) {
        for (var name : given.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                throw new Problem(
                        Kind.INVALID,
                        "NO_SUCH_PARAMETER",
                        "Mechanism %s has no parameter '%s'.".formatted(name(), name),
                        "It must be one of %s."
                                .formatted(
                                        parameters.stream().map(Parameter::name).toList()),
                        Map.of("mechanism", name(), "parameter", name));
            }
        }
    }

    private static Parameter p(String name, double value) {
        return new Parameter(name, value);
    }
}
