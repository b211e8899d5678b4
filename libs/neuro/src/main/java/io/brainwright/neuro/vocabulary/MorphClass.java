package io.brainwright.neuro.vocabulary;

/** What a neuron looks like, in SONATA's spelling. */
public enum MorphClass {
    /** Pyramidal. */
    PYR,
    /** Interneuron-like (spiny stellates, which are excitatory, are counted here). */
    INT
}
