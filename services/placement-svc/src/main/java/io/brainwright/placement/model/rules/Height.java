package io.brainwright.placement.model.rules;

/**
 * A height between the layers, whatever their thickness.
 *
 * @param layer its name
 * @param fraction 0 at the layer's lower boundary, 1 at its upper one
 */
public record Height(String layer, double fraction) {}
