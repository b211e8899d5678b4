package io.brainwright.neuro.units;

import java.math.BigDecimal;

/**
 * A number with its unit, as it was said.
 *
 * @param value the number
 * @param unit its unit
 */
public record Quantity(BigDecimal value, Unit unit) {
    /** The value in the canonical unit of its dimension. */
    public double canonical() {
        return unit.canonical(value);
    }

    public Dimension dimension() {
        return unit.dimension();
    }

    @Override
    public String toString() {
        return value.toPlainString() + (unit.symbol().isEmpty() ? "" : " " + unit.symbol());
    }
}
