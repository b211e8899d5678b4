package io.brainwright.connectome.model.wiring;

/** What became of one apposition: the rule that removed it, or a synapse. In the order in which the rules act. */
public enum AppositionFate {
    /** Too near to the axon's soma. */
    NEAR_SOMA,
    /** On a part of the target that this axon does not contact, or not chosen by an axon that chooses. */
    PART,
    /** Removed by the first step of pruning, by a draw of its own. */
    REDUCTION,
    /** Removed with its whole connection by the second step: too few were left. */
    CUT,
    /** Removed with its whole connection by the third step: the boutons of the axon are used up. */
    ACTIVATION,
    /** It stayed. */
    SYNAPSE
}
