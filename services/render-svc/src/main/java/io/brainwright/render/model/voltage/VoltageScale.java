package io.brainwright.render.model.voltage;

/**
 * Voltages in 256 steps.
 *
 * <pre>{@code v_mV = OFFSET_MV + STEP_MV q,   q = 0 .. 255,   covering -90 .. 40 mV}</pre>
 *
 * Values outside are shown at the nearest end; what is recorded is never changed. The error of a value inside is at most half a step, 0.255 mV.
 */
public final class VoltageScale {
    /** Voltage of the lowest step: chosen, below any resting potential of a cortical neuron. */
    public static final double OFFSET_MV = -90;

    /** One step: 130 mV in 255 steps; chosen, up to the peak of an action potential. */
    public static final double STEP_MV = 130.0 / 255;

    private VoltageScale() {}

    /** Nearest step of a voltage. */
    static int step(float v_mV) {
        return Math.clamp(Math.round((v_mV - OFFSET_MV) / STEP_MV), 0, 255);
    }

    /** Voltage of a step, mV. */
    public static double voltage_mV(int step) {
        return OFFSET_MV + STEP_MV * step;
    }
}
