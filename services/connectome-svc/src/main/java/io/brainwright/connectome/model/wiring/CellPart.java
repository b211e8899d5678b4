package io.brainwright.connectome.model.wiring;

/** Parts of a cell that an axon may contact, spelled in recipes in lower case. */
enum CellPart {
    SOMA,
    DENDRITE,
    /** The first stretch of the target's axon. */
    INITIAL_SEGMENT
}
