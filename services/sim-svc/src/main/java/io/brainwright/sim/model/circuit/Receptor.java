package io.brainwright.sim.model.circuit;

/** Receptors that a drug can block, named as in requests. */
public enum Receptor {
    /** Fast excitation; CNQX. */
    AMPA,
    /** Slow excitation under magnesium block; AP5. */
    NMDA,
    /** Fast inhibition; gabazine. */
    GABA_A
}
