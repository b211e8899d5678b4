/**
 * Plots of given numbers: curves, steps, bars, dots, matrices; as pixels or as SVG, from the same drawing.
 */
@NullMarked
package io.brainwright.render.model.plot;

import org.jspecify.annotations.NullMarked;
