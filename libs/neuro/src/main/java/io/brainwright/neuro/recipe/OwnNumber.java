package io.brainwright.neuro.recipe;

/**
 * A number that the scientist put in the place of a recipe's.
 *
 * @param path where it stands in the recipe: {@code layers.4.thickness_um}
 * @param value in the recipe's unit
 */
public record OwnNumber(String path, double value) {}
