/**
 * Of whom a sentence speaks: species, age, region, layer, cells, pathways, receptors, conditions.
 *
 * <p>In comes a sentence, out come {@link io.brainwright.library.model.extraction.context.Mention}s with their places. The words are in
 * {@code words.yaml}; which mention belongs to which number is not decided here.
 */
@NullMarked
package io.brainwright.library.model.extraction.context;

import org.jspecify.annotations.NullMarked;
