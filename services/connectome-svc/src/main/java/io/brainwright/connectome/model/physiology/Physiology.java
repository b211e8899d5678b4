package io.brainwright.connectome.model.physiology;

/**
 * What all synapses of one connection share.
 *
 * @param conductance_nS peak conductance of one synapse (AMPA, or GABAA)
 * @param u release probability at 2 mM calcium, SONATA's {@code u_syn}
 * @param depression_ms recovery from depression, D
 * @param facilitation_ms decay of facilitation, F
 * @param decay_ms decay of the conductance
 * @param vesicles readily releasable vesicles
 * @param nmdaRatio NMDA over AMPA, or GABAB over GABAA, of the conductance
 * @param uHill_mM calcium at which release is half of its largest
 * @param typeId SONATA's {@code syn_type_id}: 100 and above are excitatory
 * @param rule which rule of the recipe gave the class
 */
public record Physiology(
        double conductance_nS,
        double u,
        double depression_ms,
        double facilitation_ms,
        double decay_ms,
        int vesicles,
        double nmdaRatio,
        double uHill_mM,
        int typeId,
        int rule) {}
