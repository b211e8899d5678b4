package io.brainwright.agents.actions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Spikes as sound: mono, 16 bit, 44.1 kHz. A spike at t starts a sound at t times the slow-down; sounds that overlap add up, and the
 * loudest moment fills 0.9 of the range.
 */
final class SpikeSound {
    static final int RATE_HZ = 44_100;
    private static final int HEADER_BYTES = 44;
    private static final double LOUDEST = 0.9;
    private static final double MS_PER_S = 1000;
    /** chosen: long enough that the last sound dies away. */
    private static final double TAIL_S = 0.5;

    private SpikeSound() {}

    static byte[] wav(double[] times_ms, double duration_ms, double slowdown, String timbre) {
        int samples = (int) Math.ceil((duration_ms * slowdown / MS_PER_S + TAIL_S) * RATE_HZ);
        var mix = new double[samples];
        var sound = sound(timbre);
        for (double t_ms : times_ms) {
            int from = (int) Math.round(t_ms * slowdown / MS_PER_S * RATE_HZ);
            for (int i = 0; i < sound.length && from + i < samples; i++) {
                mix[from + i] += sound[i];
            }
        }
        return file(mix);
    }

    /** One sound: a burst of 2 ms (click), or a decaying tone with overtones (pluck) or inharmonic partials (bell). */
    private static double[] sound(String timbre) {
        return switch (timbre) {
            case "pluck" -> tone(0.25, 12, new double[] {220, 440, 660, 880}, new double[] {1, 0.5, 0.33, 0.25});
            case "bell" -> tone(0.45, 8, new double[] {523, 1046 * 1.19, 1570, 2089}, new double[] {1, 0.6, 0.4, 0.25});
            default -> tone(0.002, 1500, new double[] {2000}, new double[] {1});
        };
    }

    private static double[] tone(double length_s, double decay_per_s, double[] partials_Hz, double[] loudness) {
        var sound = new double[(int) (length_s * RATE_HZ)];
        for (int i = 0; i < sound.length; i++) {
            double t_s = (double) i / RATE_HZ;
            double sum = 0;
            for (int k = 0; k < partials_Hz.length; k++) {
                sum += loudness[k] * StrictMath.cos(2 * Math.PI * partials_Hz[k] * t_s);
            }
            sound[i] = sum * StrictMath.exp(-decay_per_s * t_s);
        }
        return sound;
    }

    private static byte[] file(double[] mix) {
        double peak = 0;
        for (double x : mix) {
            peak = Math.max(peak, Math.abs(x));
        }
        double gain = peak == 0 ? 0 : LOUDEST * Short.MAX_VALUE / peak;
        int bytes = 2 * mix.length;
        var out = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + bytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) 1).putInt(RATE_HZ).putInt(2 * RATE_HZ);
        out.putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (double x : mix) {
            out.putShort((short) Math.round(x * gain));
        }
        return out.array();
    }
}
