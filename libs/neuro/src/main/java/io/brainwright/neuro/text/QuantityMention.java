package io.brainwright.neuro.text;

import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Quantity;
import io.brainwright.neuro.units.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a text says together, with what it says about them.
 *
 * @param span where they stand in the text as it came, unit included
 * @param raw that piece of the text
 * @param form how they belong together
 * @param parts the numbers as said: one for SINGLE and PLUS_MINUS, from and to for RANGE, k and n for PROPORTION, every value for LIST; for
 *     STEPS from and to, the values between being {@link #values()}
 * @param spread what stands behind ±, null elsewhere
 * @param step distance of two values of STEPS, null elsewhere
 * @param unitCarried whether the unit was not said here but with a number before
 * @param bound which side is open, null where the number is meant as it stands
 * @param approximate whether the text says about, ~, environ, etwa, ...
 * @param relative whether the number changes something rather than being its value; null where it does not
 */
public record QuantityMention(
        Span span,
        String raw,
        Form form,
        List<Part> parts,
        @Nullable Quantity spread,
        @Nullable Quantity step,
        boolean unitCarried,
        @Nullable Bound bound,
        boolean approximate,
        @Nullable Relative relative) {
    /** How the numbers of one mention belong together. */
    public enum Form {
        SINGLE,
        RANGE,
        LIST,
        STEPS,
        PLUS_MINUS,
        PROPORTION
    }

    /** An open side. */
    public enum Bound {
        /** "at least", ≥. */
        AT_LEAST,
        /** "at most", "up to", ≤. */
        AT_MOST,
        /** "more than", >. */
        MORE_THAN,
        /** "less than", <. */
        LESS_THAN
    }

    /** How a number changes what is there. */
    public enum Relative {
        /** Multiplies it: twice, half, x2, a fifth of. */
        TIMES,
        /** Adds to it: 10 % more, 20 um wider. */
        MORE,
        /** Takes from it: 10 % less. */
        LESS
    }

    /**
     * One number as said.
     *
     * @param span where number and unit stand
     * @param number the words or digits of the number
     * @param unit the words of the unit, null where none is said with this number
     * @param quantity value and unit; the unit may come from a neighbour, {@link Unit#NONE} where nobody says one
     */
    public record Part(Span span, String number, @Nullable String unit, Quantity quantity) {}

    public QuantityMention {
        parts = List.copyOf(parts);
    }

    /** The unit as said (degF stays degF), null where none is. */
    public @Nullable Unit unit() {
        var unit = parts.getLast().quantity().unit();
        return unit.equals(Unit.NONE) ? null : unit;
    }

    public Dimension dimension() {
        return parts.getLast().quantity().dimension();
    }

    /** The first value, in the canonical unit of its dimension. */
    public double value() {
        return parts.getFirst().quantity().canonical();
    }

    /** The first number as said. */
    public BigDecimal number() {
        return parts.getFirst().quantity().value();
    }

    /** All values in canonical units; STEPS spelled out, PROPORTION as k and n. */
    public List<Double> values() {
        return step == null ? parts.stream().map(p -> p.quantity().canonical()).toList() : Steps.between(parts, step);
    }

    /** The share that a PROPORTION says. */
    public double proportion() {
        assert form == Form.PROPORTION : form;
        return value() / parts.getLast().quantity().canonical();
    }

    /** The spread in canonical units; a spread of temperatures has no zero. */
    public double spreadCanonical() {
        if (spread == null) {
            throw new IllegalStateException("no spread is said in '" + raw + "'");
        }
        return spread.value().multiply(spread.unit().factor()).doubleValue();
    }

    /** Whether it is a plain number without unit. */
    public boolean isBare() {
        return unit() == null;
    }
}
