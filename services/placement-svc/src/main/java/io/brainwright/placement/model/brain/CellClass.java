package io.brainwright.placement.model.brain;

import java.util.Locale;

/** Classes of cells that the totals of a brain tell apart. */
public enum CellClass {
    EXCITATORY,
    INHIBITORY,
    ASTROCYTE,
    OLIGODENDROCYTE,
    MICROGLIA;

    /** Name in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
