package io.brainwright.synthesis.model.growth;

/** The pia over a cell, in the cell's frame: soma at the origin, +y towards the pia, um. */
public sealed interface Pia permits FlatPia, FieldPia {
    /**
     * Turns a step that would cross it along it; what points out of the tissue is taken from target and direction too.
     *
     * @param at where the tip is
     * @param move the step; is changed
     */
    void slide(double[] at, double[] move, double[] target, double[] direction);

    /** Brings a point that lies beyond it back under it. */
    void settle(double[] point);
}
