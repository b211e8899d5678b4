package io.brainwright.placement.model;

import io.brainwright.neuro.atlas.SheetRegion;

/** A piece of tissue that cells can be placed in. */
public sealed interface Tissue extends Space permits Column, WholeRegion {
    /** The region that it is a part of. */
    SheetRegion region();

    /** What it is, for people: "column of S1HL, 150 um wide". */
    String label();

    /** Exact volume of what lies between two depths below the pia, both within the tissue. */
    double volume_mm3(double top_um, double bottom_um);
}
