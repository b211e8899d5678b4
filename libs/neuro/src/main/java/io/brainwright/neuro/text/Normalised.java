package io.brainwright.neuro.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in one plain spelling, every character of which knows where it came from.
 *
 * <p>Compatibility characters become plain ones (NFKC), all spaces one kind, all hyphens and the minus sign {@code -}, en dashes
 * {@code –}, typographic quotes {@code '} and {@code "}; raised numbers behind a digit become powers ({@code 10⁴} is {@code 10^4}), those behind
 * a letter join it ({@code mm³} is {@code mm3}, {@code Mg²⁺} is {@code Mg2+}, {@code mm⁻³} is {@code mm^-3}). Fractions that are decimals
 * become them ({@code 2½} is {@code 2.5}); those that are none keep their character, for {@link VulgarFractions} to read. Invisible characters
 * vanish.
 */
public final class Normalised {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String VULGAR = "½¼¾⅕⅖⅗⅘⅛⅜⅝⅞⅒";
    private static final String[] VULGAR_DECIMALS = {
        ".5", ".25", ".75", ".2", ".4", ".6", ".8", ".125", ".375", ".625", ".875", ".1"
    };

    private final String original;
    private final StringBuilder plain = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private Normalised(String original) {
        this.original = original;
        this.starts = new int[original.length() + 16];
        this.ends = new int[original.length() + 16];
    }

    /** Reads a text of any length and origin. */
    public static Normalised of(String text) {
        var result = new Normalised(text);
        int at = 0;
        while (at < text.length()) {
            at = result.cluster(at);
        }
        return result;
    }

    /** The text as it came. */
    public String original() {
        return original;
    }

    /** The plain text. */
    public String text() {
        return plain.toString();
    }

    /** Where a piece of the plain text stands in the original. */
    public Span original(Span inPlain) {
        if (inPlain.length() == 0) {
            int at = inPlain.start() < plain.length() ? starts[inPlain.start()] : original.length();
            return new Span(at, at);
        }
        return new Span(starts[inPlain.start()], ends[inPlain.end() - 1]);
    }

    /** Whether two neighbours of the plain text were one character of the original, the first of them at this index. */
    boolean belongTogether(int at) {
        return at + 1 < plain.length() && ends[at] > starts[at + 1];
    }

    /** One visible character: its base and the marks that combine with it. */
    private int cluster(int at) {
        int base = original.codePointAt(at);
        int end = at + Character.charCount(base);
        while (end < original.length() && combines(original.codePointAt(end))) {
            end += Character.charCount(original.codePointAt(end));
        }
        append(spelled(original.substring(at, end), base), at, end);
        return end;
    }

    private String spelled(String cluster, int base) {
        int vulgar = VULGAR.indexOf(base);
        if (vulgar >= 0) {
            return (endsWithDigit() ? "" : "0") + VULGAR_DECIMALS[vulgar];
        }
        if (VulgarFractions.isOne(base)) {
            return Character.toString(base);
        }
        if (RAISED.indexOf(base) >= 0) {
            return (endsWithDigit() && !lastWasRaised() ? "^" : "") + RAISED.indexOf(base);
        }
        return switch (base) {
            case '\u207B' -> endsWithSymbol() ? "^-" : "-";
            case '\u2010', '\u2011', '\u2212', '\uFE63', '\uFF0D' -> "-";
            case '\u2012', '\u2013' -> "–";
            case '\u2018', '\u2019', '\u201A', '\u2032', '\u02BC' -> "'";
            case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> "\"";
            case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> "";
            case '\u2044' -> "/";
            case '\u2126' -> "Ω";
            default ->
                Character.isSpaceChar(base) || Character.isWhitespace(base)
                        ? " "
                        : Normalizer.normalize(cluster, Normalizer.Form.NFKC).replace('\u2044', '/');
        };
    }

    private boolean endsWithDigit() {
        return !plain.isEmpty() && plain.charAt(plain.length() - 1) >= '0' && plain.charAt(plain.length() - 1) <= '9';
    }

    private boolean endsWithSymbol() {
        return !plain.isEmpty() && Character.isLetterOrDigit(plain.charAt(plain.length() - 1));
    }

    private boolean lastWasRaised() {
        int source = original.charAt(starts[plain.length() - 1]);
        return RAISED.indexOf(source) >= 0;
    }

    private void append(String piece, int start, int end) {
        int from = plain.length();
        plain.append(piece);
        if (plain.length() > starts.length) {
            starts = Arrays.copyOf(starts, 2 * plain.length());
            ends = Arrays.copyOf(ends, 2 * plain.length());
        }
        Arrays.fill(starts, from, plain.length(), start);
        Arrays.fill(ends, from, plain.length(), end);
        if (piece.length() > 1 && piece.charAt(0) == '^') {
            ends[from] = start; // the sign of a power is not written in the original
        }
    }

    private static boolean combines(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
