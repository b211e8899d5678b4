/**
 * What went wrong, where, and what would be right: the one error type that a scientist ever sees.
 */
@NullMarked
package io.brainwright.neuro.problem;

import org.jspecify.annotations.NullMarked;
