package io.brainwright.render.model.plot;

import java.awt.Color;

/** What plots are drawn on: pixels or SVG. Coordinates in pixels, y downwards. */
public interface Canvas {
    /** A line from point to point; NaN lifts the pen. */
    void line(double[] x, double[] y, double width, Color colour);

    void rectangle(double x, double y, double width, double height, Color fill);

    void dot(double x, double y, double diameter, Color colour);

    /** @param align 0 begins at x, 0.5 is centred on it, 1 ends there */
    void text(String words, double x, double y, double size, double align, Color colour);

    /** Text that reads upwards, centred on (x, y). */
    void textUpwards(String words, double x, double y, double size, Color colour);
}
