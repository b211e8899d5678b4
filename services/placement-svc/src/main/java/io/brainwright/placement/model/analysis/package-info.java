/**
 * Measures placed cells: how near the next soma is, what of them lies away from the sides, how much tissue that is.
 *
 * <p>In: positions of somata, the shape that they fill. Out: distances and volumes. Nothing here knows datasets.
 */
@NullMarked
package io.brainwright.placement.model.analysis;

import org.jspecify.annotations.NullMarked;
