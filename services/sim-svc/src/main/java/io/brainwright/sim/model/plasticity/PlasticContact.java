package io.brainwright.sim.model.plasticity;

/**
 * A contact between excitatory cells that can change.
 *
 * @param source node id of the sending cell
 * @param target node id of the receiving cell
 * @param cell place of the receiving cell in the network
 * @param node where it stands on that cell
 * @param section section of the receiving cell's morphology
 * @param pos where on it, 0 to 1
 * @param apical whether on an apical dendrite
 * @param U utilisation at 2 mM calcium, as the connectome drew it: that of the state it begins in
 * @param half_mM half-point of the calcium curve of U
 * @param D_ms recovery from depression
 * @param F_ms decay of facilitation
 * @param sites readily releasable vesicles
 * @param g_nS AMPA conductance, that of the state it begins in
 * @param NMDA_ratio NMDA over AMPA conductance
 * @param decay_ms decay of AMPA
 * @param potentiated the state it begins in: true with chance U
 */
public record PlasticContact(
        long source,
        long target,
        int cell,
        int node,
        int section,
        float pos,
        boolean apical,
        double U,
        double half_mM,
        double D_ms,
        double F_ms,
        int sites,
        double g_nS,
        double NMDA_ratio,
        double decay_ms,
        boolean potentiated) {
    /** Efficacy at the start, 0 or 1. */
    public double rho0() {
        return potentiated ? 1 : 0;
    }

    double potentiatedU(PlasticityRule rule) {
        return potentiated ? U : StrictMath.pow(U, rule.exponent());
    }

    double depressedU(PlasticityRule rule) {
        return potentiated ? StrictMath.pow(U, 1 / rule.exponent()) : U;
    }

    double potentiated_nS(PlasticityRule rule) {
        return potentiated ? g_nS : g_nS * rule.conductanceRatio();
    }

    double depressed_nS(PlasticityRule rule) {
        return potentiated ? g_nS / rule.conductanceRatio() : g_nS;
    }
}
