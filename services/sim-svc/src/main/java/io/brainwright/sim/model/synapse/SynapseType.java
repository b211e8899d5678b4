package io.brainwright.sim.model.synapse;

import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.Map;

/**
 * The kinds of synapses. Weights are peak conductances in uS; a synapse may have many inputs, and each input has a release of
 * its own.
 */
public sealed interface SynapseType {
    /**
     * One exponential: an event adds its weight to g, which decays with tau.
     *
     * @param tau_ms decay
     * @param e_mV reversal
     */
    record ExpSyn(double tau_ms, double e_mV) implements SynapseType {}

    /**
     * Two exponentials, peak = weight.
     *
     * @param tau_rise_ms below tau_decay_ms
     * @param tau_decay_ms decay
     * @param e_mV reversal
     */
    record Exp2Syn(double tau_rise_ms, double tau_decay_ms, double e_mV) implements SynapseType {}

    /**
     * AMPA and NMDA at one contact; NMDA peak = NMDA_ratio * weight, blocked by magnesium (Jahr & Stevens 1990, J Neurosci
     * 10:3178): 1 / (1 + exp(-slope v) mg / scale).
     */
    record SynE(
            double tau_rise_AMPA_ms,
            double tau_decay_AMPA_ms,
            double tau_rise_NMDA_ms,
            double tau_decay_NMDA_ms,
            double e_mV,
            double NMDA_ratio,
            double mg_mM,
            double mg_slope_per_mV,
            double mg_scale_mM,
            Release release)
            implements SynapseType {
        /** Share of NMDA receptors free of magnesium. */
        public double unblocked(double v_mV) {
            return 1 / (1 + StrictMath.exp(-mg_slope_per_mV * v_mV) * mg_mM / mg_scale_mM);
        }
    }

    /** GABA-A, two exponentials. */
    record SynI(double tau_rise_ms, double tau_decay_ms, double e_mV, Release release) implements SynapseType {}

    /**
     * A point process: what an event does is its own NET_RECEIVE, and a weight has the process's own unit.
     *
     * @param mechanism read from NMODL
     * @param parameters set here; others have the mechanism's defaults
     */
    record Point(Mechanism mechanism, Map<String, Double> parameters) implements SynapseType {
        public Point {
            parameters = Map.copyOf(parameters);
            mechanism.check(parameters.keySet());
        }
    }

    /** What its conductances do once something is released: types that decay alike are equal. */
    default SynapseType withoutRelease() {
        return switch (this) {
            case ExpSyn _, Exp2Syn _, Point _ -> this;
            case SynE e ->
                new SynE(
                        e.tau_rise_AMPA_ms,
                        e.tau_decay_AMPA_ms,
                        e.tau_rise_NMDA_ms,
                        e.tau_decay_NMDA_ms,
                        e.e_mV,
                        e.NMDA_ratio,
                        e.mg_mM,
                        e.mg_slope_per_mV,
                        e.mg_scale_mM,
                        Release.ALWAYS_ALL);
            case SynI(double rise_ms, double decay_ms, double e_mV, var _) -> new Exp2Syn(rise_ms, decay_ms, e_mV);
        };
    }

    /** How much an event releases. */
    default Release releaseRule() {
        return switch (this) {
            case ExpSyn _, Exp2Syn _, Point _ -> Release.ALWAYS_ALL;
            case SynE e -> e.release();
            case SynI i -> i.release();
        };
    }
}
