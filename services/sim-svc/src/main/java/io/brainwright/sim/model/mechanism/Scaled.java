package io.brainwright.sim.model.mechanism;

/**
 * A parameter that may change with the distance from the soma.
 *
 * <pre>{@code  p(d) = value (a + b exp(c d)) }</pre>
 *
 * @param value the density or constant, in the parameter's own unit
 * @param a dimensionless
 * @param b dimensionless
 * @param c_per_um c, 1/um; d is the path distance from the middle of the soma, um
 */
public record Scaled(double value, double a, double b, double c_per_um) {
    /** The same everywhere. */
    public static Scaled of(double value) {
        return new Scaled(value, 1, 0, 0);
    }

    /** p(d). */
    public double at(double distance_um) {
        return b == 0 ? value * a : value * (a + b * StrictMath.exp(c_per_um * distance_um));
    }
}
