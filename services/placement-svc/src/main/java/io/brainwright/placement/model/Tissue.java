package io.brainwright.placement.model;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.random.Draws;

/** A piece of tissue that cells can be placed in. */
public sealed interface Tissue permits Column, WholeRegion {
    /** The region that it is a part of. */
    SheetRegion region();

    /** What it is, for people: "column of S1HL, 150 um wide". */
    String label();

    /** Exact volume of one layer of it. */
    double volume_mm3(int layer);

    /** Exact volume of what lies between two depths below the pia, both within the tissue. */
    double volume_mm3(double top_um, double bottom_um);

    /** Draws a place in one of its layers, uniform in volume. */
    void draw(int layer, Draws draws, double[] out);

    /** Writes the corners of a box that holds it. */
    void bounds(double[] low, double[] high);
}
