package io.brainwright.sim.model.solver;

/** Tells an observer everything once, also where a run has to begin again and tells the same a second time. */
final class Once implements Observer {
    private final Observer inner;
    private long told;
    private long at;

    Once(Observer inner) {
        this.inner = inner;
    }

    /** From now on all is told again from the beginning. */
    void again() {
        at = 0;
    }

    private boolean isNew() {
        if (at++ < told) {
            return false;
        }
        told = at;
        return true;
    }

    @Override
    public void progress(double done_ms) {
        if (isNew()) {
            inner.progress(done_ms);
        }
    }

    @Override
    public void spike(double t_ms, int cell) {
        if (isNew()) {
            inner.spike(t_ms, cell);
        }
    }

    @Override
    public void frame(int recording, long frame, double t_ms, double[] values) {
        if (isNew()) {
            inner.frame(recording, frame, t_ms, values);
        }
    }

    @Override
    public boolean cancelled() {
        return inner.cancelled();
    }
}
