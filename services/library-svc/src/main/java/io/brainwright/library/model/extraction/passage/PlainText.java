package io.brainwright.library.model.extraction.passage;

/**
 * A text in plain spelling, character for character: each place of the plain text is the same place of the text as it came, so that
 * a span found in one is a span of the other.
 *
 * <p>All spaces become one kind, both micro signs μ, minus and non-breaking hyphen {@code -}, raised digits plain ones, curly quotes
 * straight ones.
 */
public final class PlainText {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private PlainText() {}

    /** The plain spelling; as long as the text. */
    public static String of(String text) {
        var plain = new char[text.length()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = plain(text.charAt(i));
        }
        return new String(plain);
    }

    private static char plain(char c) {
        int raised = RAISED.indexOf(c);
        if (raised >= 0) {
            return (char) ('0' + raised);
        }
        return switch (c) {
            case '\u00b5' -> '\u03bc';
            case '\u2126' -> '\u03a9';
            case '\u2010', '\u2011', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u02bc' -> '\'';
            case '\u201c', '\u201d' -> '"';
            default -> Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c;
        };
    }
}
