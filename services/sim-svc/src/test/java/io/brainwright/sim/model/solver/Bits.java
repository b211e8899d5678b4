package io.brainwright.sim.model.solver;

import java.util.ArrayList;
import java.util.List;

/** Every spike and every recorded value of a run, as bits; stops the run at a time. */
class Bits implements Observer {
    final List<Long> bits = new ArrayList<>();
    long spikes;
    private final double until_ms;
    private double done_ms;

    /** Of a whole run. */
    Bits() {
        this(Double.POSITIVE_INFINITY);
    }

    Bits(double until_ms) {
        this.until_ms = until_ms;
    }

    @Override
    public void progress(double done_ms) {
        this.done_ms = done_ms;
    }

    @Override
    public boolean cancelled() {
        return done_ms >= until_ms;
    }

    @Override
    public void spike(double t_ms, int cell) {
        spikes++;
        bits.add(Double.doubleToLongBits(t_ms) + cell);
    }

    @Override
    public void frame(int recording, long frame, double t_ms, double[] values) {
        bits.add((long) recording << 32 | frame);
        bits.add(Double.doubleToLongBits(t_ms));
        for (double v : values) {
            bits.add(Double.doubleToLongBits(v));
        }
    }
}
