package io.brainwright.library.model.extraction.ontology;

/**
 * A place where a sentence names a quantity.
 *
 * @param parameter which
 * @param weight how sure the words are, 1 names it
 * @param weak whether the words are also used outside neuroscience
 * @param begin first character
 * @param end one past the last
 */
public record TermHit(Parameter parameter, double weight, boolean weak, int begin, int end) {
    boolean within(TermHit other) {
        return other.begin <= begin && end <= other.end && other.end - other.begin > end - begin;
    }
}
