package io.brainwright.sim.model.stimulus;

import io.brainwright.neuro.random.Draws;

/**
 * A straight line over the duration; a constant where both ends are equal.
 *
 * @param from value at the beginning
 * @param to value at the end
 */
public record Ramp(double from, double to) implements Signal {
    @Override
    public double[] at(double[] times_ms, double duration_ms, Draws draws) {
        var values = new double[times_ms.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = from + times_ms[i] / duration_ms * (to - from);
        }
        return values;
    }

    @Override
    public boolean random() {
        return false;
    }
}
