/**
 * Numbers of a sentence that may be results: value or range, spread, unit, sample; and the numbers that are none.
 *
 * <p>Built on {@link io.brainwright.neuro.text.QuantityScanner}, which knows numbers and units in four languages; here stands what papers
 * do with them: brackets with spreads, sample sizes, k of n, statistics of tests, settings of an experiment.
 */
@NullMarked
package io.brainwright.library.model.extraction.figure;

import org.jspecify.annotations.NullMarked;
