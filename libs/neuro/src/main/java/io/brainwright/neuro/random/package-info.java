/**
 * Counter-based random numbers: equal keys give equal draws on any thread, chunk or machine.
 */
@NullMarked
package io.brainwright.neuro.random;

import org.jspecify.annotations.NullMarked;
