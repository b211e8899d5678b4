package io.brainwright.library.model.trace;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for sentences. */
final class Brief {
    private Brief() {}

    /** Six digits, without zeros at the end: 0.1, 99.9, 1200. */
    static String number(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
