package io.brainwright.connectome.files;

/** Graphs to compare with, as the command line spells them. */
public enum ControlKind {
    /** Keeps the number of connections. */
    ER,
    /** Keeps the number of connections between groups of cells. */
    BLOCK,
    /** Keeps the chance by distance. */
    DISTANCE,
    /** Keeps every cell's degrees. */
    CONFIGURATION
}
