package io.brainwright.library.model.extraction.context;

/**
 * A connection that a sentence speaks of.
 *
 * @param pre cells on the giving side, empty where only the other is told
 * @param post cells on the receiving side, empty where only the other is told
 * @param begin first character of the place
 * @param end one past the last
 */
public record Pathway(String pre, String post, int begin, int end) {}
