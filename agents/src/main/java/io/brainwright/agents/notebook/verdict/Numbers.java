package io.brainwright.agents.notebook.verdict;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are read: four significant digits, no exponent where it can be spared. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(4);
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e7;

    private Numbers() {}

    /** The number in four significant digits; whole numbers whole. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < PLAIN_TO) {
            return String.valueOf((long) value);
        }
        var rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= PLAIN_FROM && size < PLAIN_TO ? rounded.toPlainString() : rounded.toString();
    }

    /** A unit as it follows a number: a space before it, nothing for "1". */
    public static String unit(String unit) {
        return unit.equals("1") || unit.isEmpty() ? "" : " " + unit;
    }
}
