package io.brainwright.neuro.text;

/**
 * A piece of a text: characters (UTF-16) from start to before end.
 *
 * @param start first character
 * @param end the character after the last
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ".." + end);
        }
    }

    /** The piece itself. */
    public String of(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    /** Whether at least one character is in both. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Whether the other lies wholly within this one. */
    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** From the earlier start to the later end. */
    public Span hull(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
