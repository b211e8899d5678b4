package io.brainwright.library.model.extraction.papers;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.extraction.ExtractedValue;

/**
 * A value and the passage that it stands in.
 *
 * @param passage where
 * @param value what; its places are within the passage's text
 */
public record PassageValue(Passage passage, ExtractedValue value) {}
