package io.brainwright.library.model.search;

/**
 * A word of a text at its place.
 *
 * @param form lower case, without accents, hyphens as "-"
 * @param begin its first character in the text
 * @param end one past its last character
 */
record TextWord(String form, int begin, int end) {}
