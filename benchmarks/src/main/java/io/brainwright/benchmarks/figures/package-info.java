/** Draws the figures of docs/science by the code that they are about. */
@NullMarked
package io.brainwright.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
