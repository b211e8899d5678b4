package io.brainwright.neuro.units;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One unit of a dimension.
 *
 * @param symbol its symbol
 * @param dimension what it measures
 * @param factor canonical units in one of this unit
 * @param zero canonical value at 0 of this unit; not 0 only for temperatures
 */
public record Unit(String symbol, Dimension dimension, BigDecimal factor, BigDecimal zero) {
    /** No unit at all. */
    public static final Unit NONE = new Unit("", Dimension.NUMBER, BigDecimal.ONE, BigDecimal.ZERO);

    static Unit of(String symbol, Dimension dimension, String factor) {
        return new Unit(symbol, dimension, new BigDecimal(factor), BigDecimal.ZERO);
    }

    /** {@code canonical = value * factor + zero}, in decimal arithmetic, so that 0.15 mm is 150 um and not a hair beside it. */
    public double canonical(BigDecimal value) {
        return value.multiply(factor).add(zero, MathContext.DECIMAL64).doubleValue();
    }
}
