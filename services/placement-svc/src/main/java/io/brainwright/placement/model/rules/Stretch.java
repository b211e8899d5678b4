package io.brainwright.placement.model.rules;

/**
 * A stretch of a cell along its axis, the soma at 0.
 *
 * @param low_um lower end
 * @param high_um upper end
 */
public record Stretch(double low_um, double high_um) {}
