package io.brainwright.library.model.extraction.passage;

/**
 * One sentence of a passage.
 *
 * @param text the whole passage, as {@link PlainText}
 * @param begin first character of the sentence
 * @param end one past its last character
 */
public record Sentence(String text, int begin, int end) {
    /** Its words. */
    public String words() {
        return text.substring(begin, end);
    }

    /** What stands before a place of it, at most so many characters. */
    public String before(int place, int most) {
        return text.substring(Math.max(begin, place - most), Math.max(begin, place));
    }

    /** What stands from a place of it on, at most so many characters. */
    public String after(int place, int most) {
        return text.substring(Math.min(end, place), Math.min(end, place + most));
    }

    /** What stands between two places, whichever comes first. */
    public String between(int one, int other) {
        return text.substring(Math.min(one, other), Math.max(one, other));
    }

    public boolean holds(int place) {
        return begin <= place && place < end;
    }
}
