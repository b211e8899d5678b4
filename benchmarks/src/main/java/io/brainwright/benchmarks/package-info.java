/**
 * One question per benchmark; its answer is kept in {@code benchmarks/results}.
 */
@NullMarked
package io.brainwright.benchmarks;

import org.jspecify.annotations.NullMarked;
