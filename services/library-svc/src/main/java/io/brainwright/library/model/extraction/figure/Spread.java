package io.brainwright.library.model.extraction.figure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far values scatter, in the unit of the value.
 *
 * @param kind what the numbers are
 * @param amount of SD and SEM, null for those with two ends
 * @param low lower end, null for SD and SEM
 * @param high upper end, null for SD and SEM
 * @param stated whether the text says the kind; where it does not, ± is taken as SD and marked so
 */
public record Spread(
        SpreadKind kind,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        boolean stated) {
    public static Spread of(SpreadKind kind, BigDecimal amount, boolean stated) {
        return new Spread(kind, amount, null, null, stated);
    }

    public static Spread between(SpreadKind kind, BigDecimal low, BigDecimal high) {
        return new Spread(kind, null, low, high, true);
    }
}
