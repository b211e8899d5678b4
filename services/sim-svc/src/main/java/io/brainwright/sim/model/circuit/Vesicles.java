package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.circuit.Contacts.Number;
import io.brainwright.sim.model.nmodl.Published;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sim.model.synapse.SynapseType.Point;
import io.brainwright.sim.model.synapse.SynapseType.SynE;
import io.brainwright.sim.model.synapse.SynapseType.SynI;
import java.util.HashMap;
import java.util.Map;

/**
 * Contacts that release whole vesicles at random, as the published point processes ProbAMPANMDA_EMS and ProbGABAAB_EMS (Fuhrmann et
 * al. 2002, doi 10.1152/jn.00258.2001; several vesicles: Barros-Zulaica et al. 2019, doi 10.3389/fnsyn.2019.00029).
 *
 * <pre>{@code
 *   each empty site is filled with chance 1 - exp(-s / D), s since the last event
 *   u as in the mean rule; each full site releases with chance u; conductance = weight x released / sites
 * }</pre>
 *
 * Conductances, magnesium block and u are those of the mean rule, so its course is the mean of many trials.
 */
public final class Vesicles {
    /** Weights of the point processes are nS. */
    public static final double NS_PER_US = 1000;

    /** Argument that tells a spontaneous event, of at most one vesicle, from a spike. */
    public static final Map<String, Double> SPONTANEOUS = Map.of("nc_type", 1.0);

    private Vesicles() {}

    /**
     * The contact that releases at random where this one releases the mean.
     *
     * @param mean its conductances and its rule
     * @param sites readily releasable vesicles, a whole number of at least 1
     */
    static Point of(SynapseType mean, int sites) {
        return switch (mean) {
            case SynE e -> ampaNmda(e, sites);
            case SynI i -> gaba(i, sites);
            case SynapseType.ExpSyn _, SynapseType.Exp2Syn _, Point _ ->
                throw new AssertionError(mean + " has no vesicles");
        };
    }

    private static Point ampaNmda(SynE e, int sites) {
        var parameters = release(e.release(), sites);
        parameters.put("tau_r_AMPA", e.tau_rise_AMPA_ms());
        parameters.put("tau_d_AMPA", e.tau_decay_AMPA_ms());
        parameters.put("tau_r_NMDA", e.tau_rise_NMDA_ms());
        parameters.put("tau_d_NMDA", e.tau_decay_NMDA_ms());
        parameters.put("e", e.e_mV());
        parameters.put("NMDA_ratio", e.NMDA_ratio());
        parameters.put("mg", e.mg_mM());
        parameters.put("slope_mg", e.mg_slope_per_mV());
        parameters.put("scale_mg", e.mg_scale_mM());
        return new Point(Published.named("ProbAMPANMDA_EMS"), parameters);
    }

    private static Point gaba(SynI i, int sites) {
        var parameters = release(i.release(), sites);
        parameters.put("tau_r_GABAA", i.tau_rise_ms());
        parameters.put("tau_d_GABAA", i.tau_decay_ms());
        parameters.put("e_GABAA", i.e_mV());
        parameters.put("GABAB_ratio", 0.0);
        return new Point(Published.named("ProbGABAAB_EMS"), parameters);
    }

    private static Map<String, Double> release(Release rule, int sites) {
        var parameters = new HashMap<String, Double>();
        parameters.put("Use", rule.U());
        parameters.put("Dep", rule.D_ms());
        parameters.put("Fac", rule.F_ms());
        parameters.put("Nrrp", (double) sites);
        parameters.put("minis_single_vesicle", 1.0);
        return parameters;
    }

    /** Sites of a contact; refused by its pair where the circuit says none. */
    static int sites(Contacts contacts, int i) {
        double sites = contacts.get(Number.N_RRP_VESICLES, i);
        if (!(sites >= 1)) {
            throw new Problem(
                    Kind.INVALID,
                    "SYNAPSE_WITHOUT_VESICLES",
                    "The synapse from cell %d to cell %d has %s vesicles."
                            .formatted(contacts.source(i), contacts.target(i), sites),
                    "Release at random needs n_rrp_vesicles of at least 1 for each synapse; deterministic release does not.",
                    Map.of(
                            "source_node_id",
                            String.valueOf(contacts.source(i)),
                            "target_node_id",
                            String.valueOf(contacts.target(i)),
                            "n_rrp_vesicles",
                            String.valueOf(sites)));
        }
        return (int) Math.rint(sites);
    }
}
