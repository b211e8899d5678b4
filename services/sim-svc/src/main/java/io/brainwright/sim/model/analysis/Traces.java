package io.brainwright.sim.model.analysis;

/** Voltages of some cells over time, on one grid of times. The arrays belong to this object. */
public final class Traces {
    /** chosen: a membrane above this is firing, and is no resting potential. */
    private static final double FIRING_MV = -30;

    /** chosen: the base line is the mean of so much time before the stimulus. */
    private static final double BASE_MS = 5;

    private final double[] times_ms;
    private final float[][] v_mV;

    /**
     * @param times_ms time of each frame, rising
     * @param v_mV one row per frame, one value per cell
     */
    public Traces(double[] times_ms, float[][] v_mV) {
        assert times_ms.length == v_mV.length : times_ms.length + " times of " + v_mV.length + " frames";
        this.times_ms = times_ms;
        this.v_mV = v_mV;
    }

    public int frames() {
        return times_ms.length;
    }

    public double time_ms(int frame) {
        return times_ms[frame];
    }

    public double v_mV(int frame, int cell) {
        return v_mV[frame][cell];
    }

    /** Mean voltage of a cell within a window, mV; NaN where it fires there or the window has no frame. */
    public double rest_mV(int cell, double from_ms, double to_ms) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < times_ms.length; i++) {
            if (times_ms[i] >= from_ms && times_ms[i] <= to_ms) {
                if (v_mV[i][cell] > FIRING_MV) {
                    return Double.NaN;
                }
                sum += v_mV[i][cell];
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Mean voltage just before a time, mV; at the very start the first frame. */
    public double base_mV(int cell, double onset_ms) {
        double base = rest_mV(cell, Math.max(0, onset_ms - BASE_MS), Math.max(0, onset_ms - 1e-9));
        return Double.isNaN(base) && times_ms.length > 0 && onset_ms <= times_ms[0] ? v_mV[0][cell] : base;
    }

    /**
     * Largest departure from the base line after a time, with its sign, mV: the amplitude of a postsynaptic potential. NaN where the cell fires
     * or has no base line.
     */
    public double amplitude_mV(int cell, double onset_ms, double to_ms) {
        double base = base_mV(cell, onset_ms);
        double farthest = Double.isNaN(base) ? Double.NaN : 0;
        for (int i = 0; i < times_ms.length; i++) {
            if (times_ms[i] >= onset_ms && times_ms[i] <= to_ms) {
                if (v_mV[i][cell] > FIRING_MV) {
                    return Double.NaN;
                }
                double departure = v_mV[i][cell] - base;
                farthest = Math.abs(departure) > Math.abs(farthest) ? departure : farthest;
            }
        }
        return farthest;
    }

    /**
     * Input resistance: change of voltage at the end of a step of current over the current, Mohm (mV/nA). The voltage is the mean of the last
     * tenth of the step.
     */
    public double resistance_Mohm(int cell, double start_ms, double duration_ms, double amplitude_nA) {
        double end_ms = start_ms + duration_ms;
        double before = base_mV(cell, start_ms);
        boolean fires = Double.isNaN(rest_mV(cell, start_ms, end_ms));
        double during = rest_mV(cell, end_ms - duration_ms / 10, end_ms);
        return fires ? Double.NaN : (during - before) / amplitude_nA;
    }
}
