/**
 * Numbers about many numbers, gathered one at a time. In: observations. Out: count, mean, spread. Nothing here knows what they mean.
 */
@NullMarked
package io.brainwright.neuro.statistics;

import org.jspecify.annotations.NullMarked;
