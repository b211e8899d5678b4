package io.brainwright.placement.model.vessels;

import java.util.Locale;

/** Which way blood runs through a vessel. */
public enum VesselKind {
    /** From the pia down. */
    ARTERIOLE,
    /** Between the other two. */
    CAPILLARY,
    /** Back up to the pia. */
    VENULE;

    /** As tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
