package io.brainwright.placement.model.analysis;

/**
 * A rectangle across the axis of a shape: what lies far enough from the borders of its cells' bounding box.
 *
 * @param lowU_um least u
 * @param highU_um greatest u
 * @param lowV_um least v
 * @param highV_um greatest v
 */
public record Window(double lowU_um, double highU_um, double lowV_um, double highV_um) {
    /** Holds nothing yet; grow it by {@link #with}. */
    public static final Window NOTHING = new Window(
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private static final int STEPS = 400;
    private static final double UM3_PER_MM3 = 1e9;

    /** The smallest window that also holds a place. */
    public Window with(double u_um, double v_um) {
        return new Window(
                Math.min(lowU_um, u_um), Math.max(highU_um, u_um), Math.min(lowV_um, v_um), Math.max(highV_um, v_um));
    }

    /** What is left where a rim is taken away on all sides. */
    public Window without(double rim_um) {
        return new Window(lowU_um + rim_um, highU_um - rim_um, lowV_um + rim_um, highV_um - rim_um);
    }

    public boolean isEmpty() {
        return lowU_um >= highU_um || lowV_um >= highV_um;
    }

    public boolean holds(double u_um, double v_um) {
        return u_um >= lowU_um && u_um <= highU_um && v_um >= lowV_um && v_um <= highV_um;
    }

    /**
     * Volume of a round column between two spheres that lies within the window.
     *
     * <pre>{@code
     *   V = ∫∫ √(t² - u² - v²) - √(b² - u² - v²) du dv    over the window where u² + v² ≤ a²
     * }</pre>
     *
     * by the midpoint rule on a grid of 400 by 400 over the window, which is true to about 0.1 %.
     *
     * @param column_um a, radius of the column
     * @param outer_um t, radius of the upper sphere
     * @param inner_um b, radius of the lower sphere
     */
    public double volume_mm3(double column_um, double outer_um, double inner_um) {
        double du = (highU_um - lowU_um) / STEPS;
        double dv = (highV_um - lowV_um) / STEPS;
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double u = lowU_um + (i + 0.5) * du;
            for (int j = 0; j < STEPS; j++) {
                double v = lowV_um + (j + 0.5) * dv;
                double s2 = u * u + v * v;
                if (s2 <= column_um * column_um) {
                    sum += Math.sqrt(outer_um * outer_um - s2) - Math.sqrt(inner_um * inner_um - s2);
                }
            }
        }
        return sum * du * dv / UM3_PER_MM3;
    }
}
