package io.brainwright.library.model.extraction.figure;

import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Unit;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number that may be a result.
 *
 * @param span number and unit, in the text as it came
 * @param numberEnd one past the digits, before the unit and what is counted
 * @param value the number, null where only a range is given
 * @param low lower end of a range, null elsewhere
 * @param high upper end of a range, null elsewhere
 * @param plusMinus the number behind ±, null where there is none
 * @param unit its unit, {@link Unit#NONE} where none is said
 * @param unitSaid whether the unit stands with this very number
 * @param approximate whether the text says about
 * @param list which list of numbers said together it belongs to; -1 for none
 */
public record Figure(
        Span span,
        int numberEnd,
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal plusMinus,
        Unit unit,
        boolean unitSaid,
        boolean approximate,
        int list) {
    public int begin() {
        return span.start();
    }

    public int end() {
        return span.end();
    }

    public Dimension dimension() {
        return unit.dimension();
    }

    /** Whether no unit is said with it or near it. */
    public boolean bare() {
        return unit.equals(Unit.NONE);
    }

    /** The value, or the middle of the range. */
    public BigDecimal middle() {
        if (value != null) {
            return value;
        }
        return Objects.requireNonNull(low, "low")
                .add(Objects.requireNonNull(high, "high"))
                .divide(BigDecimal.valueOf(2));
    }

    /** The same number in another unit. */
    public Figure in(Unit other) {
        return new Figure(span, numberEnd, value, low, high, plusMinus, other, false, approximate, list);
    }
}
