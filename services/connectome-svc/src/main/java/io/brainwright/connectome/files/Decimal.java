package io.brainwright.connectome.files;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers from bytes, correctly rounded.
 *
 * <p>Up to 15 digits and powers of ten up to 10^22 are exact doubles, so one multiplication or division rounds once; whatever else there
 * is goes to the platform's own reader (Clinger 1990, doi:10.1145/93542.93557).
 */
final class Decimal {
    private static final int EXACT_DIGITS = 15;
    private static final double[] TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimal() {}

    /** The number that the first bytes spell, blanks around it ignored; NaN where they spell none. */
    static double parse(byte[] text, int size) {
        int at = 0;
        int end = size;
        while (at < end && text[at] <= ' ') {
            at++;
        }
        while (end > at && text[end - 1] <= ' ') {
            end--;
        }
        int begin = at;
        boolean negative = at < end && text[at] == '-';
        at += negative ? 1 : 0;
        long mantissa = 0;
        int digits = 0;
        int after = -1;
        for (; at < end; at++) {
            byte b = text[at];
            if (b >= '0' && b <= '9') {
                mantissa = mantissa * 10 + (b - '0');
                digits += mantissa == 0 ? 0 : 1;
                after += after >= 0 ? 1 : 0;
            } else if (b == '.' && after < 0) {
                after = 0;
            } else {
                return platform(text, begin, end);
            }
            if (digits > EXACT_DIGITS) {
                return platform(text, begin, end);
            }
        }
        boolean anyDigit = at - begin - (negative ? 1 : 0) - (after >= 0 ? 1 : 0) > 0;
        if (!anyDigit || after >= TEN.length) {
            return platform(text, begin, end);
        }
        double value = after > 0 ? mantissa / TEN[after] : mantissa;
        return negative ? -value : value;
    }

    private static double platform(byte[] text, int begin, int end) {
        try {
            double value = Double.parseDouble(new String(text, begin, end - begin, StandardCharsets.ISO_8859_1));
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
