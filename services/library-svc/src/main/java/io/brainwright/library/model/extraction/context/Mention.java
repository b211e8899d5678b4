package io.brainwright.library.model.extraction.context;

/**
 * A place where a sentence says of whom it speaks.
 *
 * @param kind what it says
 * @param value in the words of the house: {@code mouse}, {@code S1}, {@code 2/3}, {@code L5 thick-tufted pyramidal}
 * @param begin first character
 * @param end one past the last
 */
public record Mention(Kind kind, String value, int begin, int end) {
    /** What a mention can say. */
    public enum Kind {
        SPECIES,
        STRAIN,
        AGE,
        REGION,
        LAYER,
        CELL,
        COMPARTMENT,
        RECEPTOR,
        MARKER,
        CONDITION
    }

    /** Whether it lies wholly within another place. */
    public boolean within(int from, int to) {
        return from <= begin && end <= to;
    }
}
