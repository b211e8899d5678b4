package io.brainwright.render.model.voltage;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * Sixteen frames of voltages of a run of compartments, as bytes that compress well and can be read without any other block.
 *
 * <p>First the steps ({@link VoltageScale}) of the first frame, each less the one of the compartment before, modulo 256. Then the changes from
 * frame to frame, five at a time: a voltage seldom moves more than one step in a tenth of a millisecond, so five changes of -1, 0 or 1
 * are one of 243 codes in a byte. Code 255 says that the five stand at the end of the block as they are, modulo 256. The codes of all
 * compartments for the first five changes come first, then those for the next five. Behind it stands deflate, whose shortest word is one bit: it would
 * need at least a bit for each change, and so needs one for five.
 */
public final class VoltageBlock {
    /** Frames of a full block; the last block of a run may have fewer. */
    public static final int FRAMES = 16;

    /** Changes that share a code. */
    private static final int TOGETHER = 5;

    /** Three to the power of {@link #TOGETHER}. */
    private static final int CODES = 243;

    private static final int ESCAPE = 255;

    private VoltageBlock() {}

    /**
     * @param frames one array of voltages in mV per frame, at most {@link #FRAMES}
     * @param first first compartment of the run
     * @param count its number of compartments
     * @throws Problem VOLTAGE_NOT_A_NUMBER where a simulation recorded NaN
     */
    public static byte[] encode(float[][] frames, int first, int count) {
        assert frames.length > 0 && frames.length <= FRAMES : frames.length + " frames";
        int planes = planes(frames.length);
        var codes = new byte[count * (1 + planes)];
        var large = new ByteArrayOutputStream();
        int beside = 0;
        for (int c = 0; c < count; c++) {
            int step = step(frames[0], first + c);
            codes[c] = (byte) (step - beside);
            beside = step;
        }
        for (int p = 0; p < planes; p++) {
            for (int c = 0; c < count; c++) {
                codes[count * (1 + p) + c] = (byte) code(frames, 1 + p * TOGETHER, first + c, large);
            }
        }
        var whole = Arrays.copyOf(codes, codes.length + large.size());
        System.arraycopy(large.toByteArray(), 0, whole, codes.length, large.size());
        return whole;
    }

    /** Code of the changes that lead to the next five frames; changes beyond the last frame are none. */
    private static int code(float[][] frames, int frame, int compartment, ByteArrayOutputStream large) {
        var changes = new byte[TOGETHER];
        boolean small = true;
        int code = 0;
        int times = 1;
        for (int k = 0; k < TOGETHER && frame + k < frames.length; k++) {
            int change = step(frames[frame + k], compartment) - step(frames[frame + k - 1], compartment);
            changes[k] = (byte) change;
            small &= Math.abs(change) <= 1;
            code += times * (change + 1);
            times *= 3;
        }
        if (small) {
            return code + (CODES - times) / 2;
        }
        large.writeBytes(changes);
        return ESCAPE;
    }

    /**
     * Steps of each frame, as the browser reads them: {@code steps[frame][compartment]}, 0 to 255.
     *
     * @param count number of compartments
     */
    public static int[][] decode(byte[] bytes, int frames, int count) {
        var steps = new int[frames][count];
        int beside = 0;
        for (int c = 0; c < count; c++) {
            beside = beside + bytes[c] & 0xFF;
            steps[0][c] = beside;
        }
        int large = count * (1 + planes(frames));
        for (int p = 0; p < planes(frames); p++) {
            for (int c = 0; c < count; c++) {
                int code = bytes[count * (1 + p) + c] & 0xFF;
                for (int k = 0, f = 1 + p * TOGETHER; k < TOGETHER; k++, f++) {
                    int change = code == ESCAPE ? bytes[large++] : code % 3 - 1;
                    code = code == ESCAPE ? ESCAPE : code / 3;
                    if (f < frames) {
                        steps[f][c] = steps[f - 1][c] + change & 0xFF;
                    }
                }
            }
        }
        return steps;
    }

    private static int planes(int frames) {
        return Math.ceilDiv(frames - 1, TOGETHER);
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
