package io.brainwright.library.model.bibliography;

import io.brainwright.library.model.reading.Facts;

/**
 * An entry of a bibliography.
 *
 * @param key its key
 * @param facts what it says of the paper
 * @param summary the paper's abstract, empty where the entry has none
 * @param keywords empty where the entry has none
 */
public record BibEntry(String key, Facts facts, String summary, String keywords) {}
