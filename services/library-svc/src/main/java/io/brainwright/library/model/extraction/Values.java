package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.ontology.Parameter;
import io.brainwright.neuro.units.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Numbers in the canonical unit of their quantity, in decimal arithmetic: 20.3 per 100 um is 0.203 per um. */
final class Values {
    private Values() {}

    /** The number in the quantity's unit; empty where the dimensions differ. */
    static Optional<Double> canonical(BigDecimal number, Unit unit, Parameter parameter) {
        if (!parameter.fits(unit.dimension())
                && !(unit.equals(Unit.NONE) && parameter.unit().equals(Unit.NONE))) {
            return Optional.empty();
        }
        if (parameter.unit().equals(Unit.NONE)) {
            return Optional.of(number.multiply(unit.factor()).doubleValue());
        }
        return Optional.of(number.multiply(unit.factor())
                .divide(parameter.unit().factor(), MathContext.DECIMAL64)
                .doubleValue());
    }
}
