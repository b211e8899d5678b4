package io.brainwright.render.model.column;

/** What a colour stands for. */
public enum ColourBy {
    /** Membrane voltage of each compartment. */
    VOLTAGE,
    /** Cortical layer of the cell. */
    LAYER,
    /** m-type of the cell. */
    M_TYPE,
    /** Soma, axon, basal or apical dendrite. */
    SECTION
}
