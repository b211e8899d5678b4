/**
 * Question: does a study come out with the same bytes whatever dies while it is built?
 */
@NullMarked
package io.brainwright.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
