/**
 * A recipe as a web of constraints: unknown positive quantities, what was measured of them, and what must hold between them.
 *
 * <p>Takes a {@link io.brainwright.neuro.inference.Web} of quantities and relations; gives their most likely values with uncertainty, the
 * sources that cannot hold together, the values that the others determine, and the measurement that would help most. Science and
 * validation: docs/science/recipe-inference.md.
 */
@NullMarked
package io.brainwright.neuro.inference;

import org.jspecify.annotations.NullMarked;
