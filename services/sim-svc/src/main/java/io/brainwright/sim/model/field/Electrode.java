package io.brainwright.sim.model.field;

import io.brainwright.sim.model.field.Source.Point;

/**
 * A point contact outside the cells.
 *
 * @param at where, atlas frame
 * @param depth_um below the pia
 */
public record Electrode(Point at, double depth_um) {}
