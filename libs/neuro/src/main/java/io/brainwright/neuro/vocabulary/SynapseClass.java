package io.brainwright.neuro.vocabulary;

/** What a neuron does to its targets, in SONATA's spelling. */
public enum SynapseClass {
    /** Excitatory. */
    EXC,
    /** Inhibitory. */
    INH
}
