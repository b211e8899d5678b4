package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;

/** Where places are drawn: a bounded part of space, in layers where it has some. */
public interface Space {
    /** Exact volume of one layer of it. */
    double volume_mm3(int layer);

    /** Draws a place in one of its layers, uniform in volume. */
    void draw(int layer, Draws draws, double[] out);

    /** Whether {@link #draw} may give this place. */
    boolean holds(int layer, double x, double y, double z);

    /** Whether one of a layer's places may lie within a distance; "no" is certain, "yes" may be wrong near the border. */
    boolean near(int layer, double x, double y, double z, double reach_um);

    /** Writes the corners of a box that holds it. */
    void bounds(double[] low, double[] high);

    /** Writes the corners of a box that holds one layer. */
    default void bounds(int layer, double[] low, double[] high) {
        bounds(low, high);
    }
}
