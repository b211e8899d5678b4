package io.brainwright.library.model.extraction.ontology;

import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Unit;
import java.util.List;

/**
 * One measurable quantity.
 *
 * @param name its name here: {@code input_resistance}
 * @param also other names of the same quantity
 * @param unit canonical unit of values in print, e.g. nS; {@link Unit#NONE} for counts and ratios
 * @param unitName how the unit is written; "1" where there is none
 * @param kind what sort of number it is
 * @param low smallest value that can be meant, in the canonical unit
 * @param high largest value that can be meant
 * @param terms patterns that name it
 * @param counted nouns that name it behind a number
 */
public record Parameter(
        String name,
        List<String> also,
        Unit unit,
        String unitName,
        Kind kind,
        double low,
        double high,
        List<TermRule> terms,
        List<CountedRule> counted) {
    /** Sorts of numbers. */
    public enum Kind {
        /** With a unit. */
        PLAIN,
        /** How many; never in percent. */
        COUNT,
        /** A share of cases, between 0 and 1, often in percent. */
        PROBABILITY,
        /** One quantity over another. */
        RATIO
    }

    public Parameter {
        also = List.copyOf(also);
        terms = List.copyOf(terms);
        counted = List.copyOf(counted);
    }

    /** Whether a number of this dimension can be a value of it. */
    public boolean fits(Dimension dimension) {
        return switch (kind) {
            case PLAIN -> dimension == unit.dimension();
            case COUNT -> dimension == Dimension.NUMBER;
            case PROBABILITY, RATIO -> dimension == Dimension.NUMBER || dimension == Dimension.FRACTION;
        };
    }

    /** Whether a value, in the canonical unit, can be meant. */
    public boolean plausible(double value) {
        return value >= low && value <= high;
    }
}
