package io.brainwright.sim.model.stimulus;

import io.brainwright.neuro.random.Draws;

/**
 * Rectangular pulses, the first at the beginning; one that the end cuts is shorter.
 *
 * @param amplitude height
 * @param width_ms length of a pulse
 * @param period_ms from the beginning of one to that of the next
 */
public record PulseTrain(double amplitude, double width_ms, double period_ms) implements Signal {
    @Override
    public double[] at(double[] times_ms, double duration_ms, Draws draws) {
        var values = new double[times_ms.length];
        for (int i = 0; i < values.length; i++) {
            double since_ms = times_ms[i] - Math.floor(times_ms[i] / period_ms) * period_ms;
            values[i] = since_ms < width_ms ? amplitude : 0;
        }
        return values;
    }

    @Override
    public boolean random() {
        return false;
    }
}
