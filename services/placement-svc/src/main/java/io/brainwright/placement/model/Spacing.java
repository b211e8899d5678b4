package io.brainwright.placement.model;

/**
 * How far apart somata keep.
 *
 * <pre>{@code
 *   r = max(SOMA_DIAMETER_UM, EVENNESS n^(-1/3))
 * }</pre>
 *
 * n is the density of all cells of the tissue, whatever is placed of it: a thinned column keeps the distances of the full one.
 */
public final class Spacing {
    /** chosen: about the diameter of a small cortical soma; no two centres come nearer. */
    static final double SOMA_DIAMETER_UM = 10;
    /**
     * chosen: half of the mean distance. At 0.7 the cells crowd at the sides of the shape, where nothing pushes them off, and
     * leave its inside 6 % too thin.
     */
    public static final double EVENNESS = 0.5;

    private static final double UM3_PER_MM3 = 1e9;

    private Spacing() {}

    /** r, in um. */
    static double radius_um(double cells_per_mm3) {
        return Math.max(SOMA_DIAMETER_UM, EVENNESS * StrictMath.cbrt(UM3_PER_MM3 / cells_per_mm3));
    }
}
