/** Draws the figures of the science pages; each has a main of its own. */
@NullMarked
package io.brainwright.synthesis.figures;

import org.jspecify.annotations.NullMarked;
