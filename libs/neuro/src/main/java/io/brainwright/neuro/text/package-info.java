/**
 * Reads what people write: plain text with offsets, words, numbers and quantities in English, French, German and Spanish.
 *
 * <p>In comes any text (a request, a paragraph of a paper); out come tokens and {@link io.brainwright.neuro.text.QuantityMention}s
 * whose spans point into the text as it came. Nothing here knows regions or cell types ({@code lexicon}) or what a number is for.
 */
@NullMarked
package io.brainwright.neuro.text;

import org.jspecify.annotations.NullMarked;
