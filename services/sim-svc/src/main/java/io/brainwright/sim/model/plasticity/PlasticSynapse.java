package io.brainwright.sim.model.plasticity;

import io.brainwright.sim.model.nmodl.Published;
import io.brainwright.sim.model.plasticity.PlasticityRule.Thresholds;
import io.brainwright.sim.model.synapse.SynapseType.Point;
import java.util.HashMap;
import java.util.Map;

/** The point process GluSynapse of one contact; what is not set here has the values of its text, which names their sources. */
final class PlasticSynapse {
    /** Weight of an input: it only switches the contact on. */
    static final double ON = 1;

    /** Effective calcium, mM ms, that nothing reaches: such a contact does not change. */
    private static final double OUT_OF_REACH = 1e9;

    private PlasticSynapse() {}

    /** The contact as a run has it. */
    static Point of(PlasticContact contact, PlasticityRule rule, Thresholds thresholds, Surroundings bath) {
        var p = shared(contact, rule, bath.mg_mM(), bath.ca_mM());
        double ampa = bath.AMPA() ? 1 : 0;
        p.put("gmax0_AMPA", ampa * contact.g_nS());
        p.put("gmax_d_AMPA", ampa * contact.depressed_nS(rule));
        p.put("gmax_p_AMPA", ampa * contact.potentiated_nS(rule));
        p.put("gmax_NMDA", bath.NMDA() ? contact.g_nS() * contact.NMDA_ratio() : 0);
        p.put("Use", bath.release().of(contact.U(), contact.half_mM()));
        p.put("Use_d", bath.release().of(contact.depressedU(rule), contact.half_mM()));
        p.put("Use_p", bath.release().of(contact.potentiatedU(rule), contact.half_mM()));
        p.put("rho0_GB", contact.rho0());
        p.put("theta_d_GB", thresholds.known() ? thresholds.theta_d() : OUT_OF_REACH);
        p.put("theta_p_GB", thresholds.known() ? thresholds.theta_p() : OUT_OF_REACH);
        p.put("minis_single_vesicle", 1.0);
        return new Point(Published.named("GluSynapse"), p);
    }

    /** The contact as lone spikes find it: potentiated, every vesicle released, nothing learnt, 2 mM calcium and 1 mM magnesium. */
    static Point alone(PlasticContact contact, PlasticityRule rule) {
        var p = shared(contact, rule, 1, 2);
        for (var g : new String[] {"gmax0_AMPA", "gmax_d_AMPA", "gmax_p_AMPA"}) {
            p.put(g, contact.potentiated_nS(rule));
        }
        for (var u : new String[] {"Use", "Use_d", "Use_p"}) {
            p.put(u, 1.0);
        }
        p.put("gmax_NMDA", contact.g_nS() * contact.NMDA_ratio());
        p.put("rho0_GB", 1.0);
        p.put("theta_d_GB", OUT_OF_REACH);
        p.put("theta_p_GB", OUT_OF_REACH);
        return new Point(Published.named("GluSynapse"), p);
    }

    private static Map<String, Double> shared(PlasticContact c, PlasticityRule rule, double mg_mM, double ca_mM) {
        var p = new HashMap<>(rule.dynamics());
        p.put("tau_d_AMPA", c.decay_ms());
        p.put("Dep", c.D_ms());
        p.put("Fac", c.F_ms());
        p.put("Nrrp", (double) c.sites());
        p.put("mg", mg_mM);
        p.put("cao_CR", ca_mM);
        return p;
    }
}
