package io.brainwright.agents.language;

import io.brainwright.neuro.units.Dimension;
import java.util.List;

/**
 * A quantity among words.
 *
 * @param from first word of it
 * @param to the word after its last
 * @param dimension what it measures
 * @param values in the canonical unit; several where a list, a range or a series was said
 * @param form whether one value, a list, a range, or a series of steps
 * @param said as it was said
 * @param unit symbol of the unit that was said, empty where none was
 * @param change how the number changes what is there, instead of being its value
 */
public record Amount(
        int from,
        int to,
        Dimension dimension,
        List<Double> values,
        Form form,
        String said,
        String unit,
        Change change) {
    /** "twice" multiplies, "10 % more" adds its share, "5 ms longer" adds. */
    public enum Change {
        NONE,
        TIMES,
        MORE,
        LESS
    }

    /** How many values were said, and how. */
    public enum Form {
        ONE,
        LIST,
        RANGE,
        SERIES
    }

    public Amount {
        values = List.copyOf(values);
    }

    /** The first value. */
    public double value() {
        return values.getFirst();
    }

    /** Whether several values are meant one after the other. */
    public boolean isSweep() {
        return form == Form.SERIES || form == Form.LIST;
    }

    public boolean is(Dimension wanted) {
        return dimension == wanted;
    }
}
