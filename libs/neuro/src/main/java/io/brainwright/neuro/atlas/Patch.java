package io.brainwright.neuro.atlas;

/**
 * A rectangle on the flat map.
 *
 * @param uLow_um lower bound in u (x, lateral)
 * @param uHigh_um upper bound in u
 * @param vLow_um lower bound in v (z, posterior)
 * @param vHigh_um upper bound in v
 */
record Patch(double uLow_um, double uHigh_um, double vLow_um, double vHigh_um) {
    boolean contains(double u_um, double v_um) {
        return u_um >= uLow_um && u_um < uHigh_um && v_um >= vLow_um && v_um < vHigh_um;
    }

    double area_um2() {
        return (uHigh_um - uLow_um) * (vHigh_um - vLow_um);
    }

    /** The place at a fraction of both sides. */
    double u(double fraction) {
        return uLow_um + fraction * (uHigh_um - uLow_um);
    }

    /** The place at a fraction of both sides. */
    double v(double fraction) {
        return vLow_um + fraction * (vHigh_um - vLow_um);
    }

    /** The same, smaller by a margin on every side. */
    Patch within(double margin_um) {
        return new Patch(uLow_um + margin_um, uHigh_um - margin_um, vLow_um + margin_um, vHigh_um - margin_um);
    }
}
