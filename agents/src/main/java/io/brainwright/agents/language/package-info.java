/**
 * Reads a scientist's words: numbers with units, regions, layers, classes, stimuli, conditions.
 *
 * <p>In comes text in English (French and German words are known too); out comes a {@link
 * io.brainwright.agents.language.Reading}: what was said, what of it cannot be, and which words were not understood. Deterministic
 * and offline. The words stand in {@code concepts-*.yaml}; the rules are one class per part of a request.
 */
@NullMarked
package io.brainwright.agents.language;

import org.jspecify.annotations.NullMarked;
