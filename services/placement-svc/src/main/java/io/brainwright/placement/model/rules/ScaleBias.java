package io.brainwright.placement.model.rules;

/** How much less a cell counts that is stretched along its axis. */
public enum ScaleBias {
    /** As much as the cell as it is. */
    UNIFORM,
    /** {@code min(s, 1/s)}. */
    LINEAR,
    /** {@code exp(-(s - 1)² / (2 · 0.25²))}. */
    GAUSSIAN;

    private static final double SD = 0.25;

    /**
     * The factor of a scale.
     *
     * @param scale of the cell along its axis, positive
     */
    public double of(double scale) {
        return switch (this) {
            case UNIFORM -> 1;
            case LINEAR -> Math.min(scale, 1 / scale);
            case GAUSSIAN -> StrictMath.exp(-(scale - 1) * (scale - 1) / (2 * SD * SD));
        };
    }
}
