package io.brainwright.render.model.plot;

/** How numbers are drawn. */
public enum Drawing {
    LINES,
    STEPS,
    BARS,
    DOTS,
    /** One curve per row; y holds the row's cells from left to right, names of square matrices stand on both sides. */
    MATRIX,
    /** Horizontal bars, one per line: x holds begin and end of each in turn, y its line twice. */
    BARCODE,
    /** Bars of two populations side by side: curves come in pairs, what is compared behind what it is compared with; x holds the tips of its bars, y their forks. */
    PERSISTENCE
}
