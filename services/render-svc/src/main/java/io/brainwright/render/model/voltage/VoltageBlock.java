package io.brainwright.render.model.voltage;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;

/**
 * Sixteen frames of voltages of a run of compartments, as bytes that compress well and can be read without any other block.
 *
 * <p>First the steps ({@link VoltageScale}) of the first frame, one per compartment; then, compartment after compartment, the
 * changes from frame to frame, modulo 256. A voltage changes little in a tenth of a millisecond and its neighbours do not
 * matter, so most of these bytes are 0, 1 or 255.
 */
public final class VoltageBlock {
    /** Frames of a full block; the last block of a run may have fewer. */
    public static final int FRAMES = 16;

    private VoltageBlock() {}

    /**
     * @param frames one array of voltages in mV per frame, at most {@link #FRAMES}
     * @param first first compartment of the run
     * @param count its number of compartments
     * @throws Problem VOLTAGE_NOT_A_NUMBER where a simulation recorded NaN
     */
    public static byte[] encode(float[][] frames, int first, int count) {
        assert frames.length > 0 && frames.length <= FRAMES : frames.length + " frames";
        var bytes = new byte[frames.length * count];
        int changes = frames.length - 1;
        for (int c = 0; c < count; c++) {
            int before = step(frames[0], first + c);
            bytes[c] = (byte) before;
            for (int f = 1; f <= changes; f++) {
                int now = step(frames[f], first + c);
                bytes[count + c * changes + f - 1] = (byte) (now - before);
                before = now;
            }
        }
        return bytes;
    }

    /** Steps of each frame, as the browser reads them: {@code steps[frame][compartment]}, 0 to 255. */
    public static int[][] decode(byte[] bytes, int frames) {
        int count = bytes.length / frames;
        var steps = new int[frames][count];
        for (int c = 0; c < count; c++) {
            int now = bytes[c] & 0xFF;
            steps[0][c] = now;
            for (int f = 1; f < frames; f++) {
                now = now + bytes[count + c * (frames - 1) + f - 1] & 0xFF;
                steps[f][c] = now;
            }
        }
        return steps;
    }

    private static int step(float[] frame, int compartment) {
        float v_mV = frame[compartment];
        if (Float.isNaN(v_mV)) {
            throw new Problem(
                    Kind.INVALID,
                    "VOLTAGE_NOT_A_NUMBER",
                    "The voltage of compartment %d is not a number.".formatted(compartment),
                    "The simulation went astray; run it with a shorter time step.",
                    Map.of("compartment", String.valueOf(compartment)));
        }
        return VoltageScale.step(v_mV);
    }
}
