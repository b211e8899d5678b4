/**
 * The shape of a cell: points, sections and neurite types in flat arrays.
 */
@NullMarked
package io.brainwright.neuro.morphology;

import org.jspecify.annotations.NullMarked;
