package io.brainwright.render.model.column;

/** What a colour stands for. */
public enum ColourBy {
    /** Membrane voltage of each compartment. */
    VOLTAGE,
    /** Cortical layer of the cell. */
    LAYER,
    /** m-type of the cell. */
    M_TYPE,
    /** e-type of the cell. */
    E_TYPE,
    /** Subregion in which the cell lies. */
    REGION,
    /** The cell itself: each has a colour of its own. */
    ID,
    /** Soma, axon, basal or apical dendrite. */
    SECTION
}
