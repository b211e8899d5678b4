package io.brainwright.neuro.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads the one-character fractions that no decimal equals: {@code ⅓}, {@code 2⅓}, {@code ⅟12}.
 *
 * <p>Each is numerator over denominator, divided once, to 34 digits; what a unit then makes of it is rounded there and not here.
 */
final class VulgarFractions {
    private record Ratio(int above, int below) {
        BigDecimal value() {
            return BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), MathContext.DECIMAL128);
        }
    }

    private static final char ONE_OVER = '⅟';
    private static final Map<Character, Ratio> RATIOS = Map.of(
            '⅓', new Ratio(1, 3),
            '⅔', new Ratio(2, 3),
            '⅙', new Ratio(1, 6),
            '⅚', new Ratio(5, 6),
            '⅐', new Ratio(1, 7),
            '⅑', new Ratio(1, 9),
            '↉', new Ratio(0, 3));
    private static final String SIGNS = "⅓⅔⅙⅚⅐⅑↉";

    /** How such a number is written: the fraction with or without a whole before it, or one over a number. */
    static final String PATTERN = "\\d*[" + SIGNS + "]|" + ONE_OVER + "[1-9]\\d*";

    private static final Pattern WRITTEN = Pattern.compile(PATTERN);

    private VulgarFractions() {}

    /** Whether a character is one of them. */
    static boolean isOne(int codePoint) {
        return codePoint == ONE_OVER || SIGNS.indexOf(codePoint) >= 0;
    }

    /** Whether a text is a number with one of them, and nothing else. */
    static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    /** The number that {@link #isWritten} found. */
    static BigDecimal value(String text) {
        assert isWritten(text) : text;
        if (text.charAt(0) == ONE_OVER) {
            return BigDecimal.ONE.divide(new BigDecimal(text.substring(1)), MathContext.DECIMAL128);
        }
        int last = text.length() - 1;
        var part = Objects.requireNonNull(RATIOS.get(text.charAt(last)), text).value();
        return last == 0 ? part : new BigDecimal(text.substring(0, last)).add(part);
    }
}
