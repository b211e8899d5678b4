/**
 * Holds a wiring against a published one: what was measured there, the same measures here, and what thinning does to each.
 *
 * <p>Science: docs/science/nbs1-comparison.md.
 */
@NullMarked
package io.brainwright.connectome.model.comparison;

import org.jspecify.annotations.NullMarked;
