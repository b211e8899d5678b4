package io.brainwright.library.model.extraction.passage;

import java.util.regex.Pattern;

/** Patterns of words: any letter case unless the pattern says otherwise, and never a part of a longer word. */
public final class Patterns {
    private Patterns() {}

    /** Whole words. */
    public static Pattern words(String pattern) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(?:" + pattern + ")(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Anything, any letter case. */
    public static Pattern anywhere(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
