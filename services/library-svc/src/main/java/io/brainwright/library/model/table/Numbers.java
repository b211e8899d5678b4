package io.brainwright.library.model.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as tables write them. */
public final class Numbers {
    private static final Pattern POINT = Pattern.compile("[-+\u2212]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Pattern COMMA = Pattern.compile("[-+\u2212]?\\d+,\\d+([eE][-+]?\\d{1,3})?");

    private Numbers() {}

    /**
     * Reads a number.
     *
     * @param field text of a cell
     * @param decimalComma whether a comma may stand for the point: where commas do not part the columns
     */
    public static OptionalDouble read(String field, boolean decimalComma) {
        var text = field.strip();
        if (decimalComma && COMMA.matcher(text).matches()) {
            text = text.replace(',', '.');
        }
        if (!POINT.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text.replace('\u2212', '-'));
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** Whether a cell says that there is no value. */
    public static boolean isMissing(String field) {
        return field.isBlank() || field.strip().matches("(?i)na|n/a|nan|-|--|none|null|\\?|n\\.d\\.");
    }
}
