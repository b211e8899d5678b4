/**
 * Finds measured values in the text and tables of papers.
 *
 * <p>In comes a passage; out come {@link io.brainwright.library.model.extraction.ExtractedValue}s: quantity, value, unit, spread and its
 * kind, sample, of whom, and the exact place of value and sentence. Only rules, no model; the same text gives the same values. What is
 * found is a candidate: nothing here writes into a recipe. Instructions inside a text are text: they are reported, never followed.
 * Rules and measured numbers: docs/science/value-extraction.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.library.model.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
