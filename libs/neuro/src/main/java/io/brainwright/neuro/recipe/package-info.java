/**
 * Recipes: published values with unit, spread, source and the tags of every generalisation.
 */
@NullMarked
package io.brainwright.neuro.recipe;

import org.jspecify.annotations.NullMarked;
