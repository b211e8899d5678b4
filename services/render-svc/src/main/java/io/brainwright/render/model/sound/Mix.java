package io.brainwright.render.model.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Events mixed to stereo, 16 bit, 44.1 kHz. Each sound begins at the sample nearest to its onset with its full strength; equal-power pan:
 * left = cos(p), right = sin(p), p = (pan + 1) pi / 4. The loudest sample fills 0.9 of the range.
 */
public final class Mix {
    /** Samples per second and channel. */
    public static final int RATE_HZ = 44_100;

    private static final int HEADER_BYTES = 44;
    private static final int BYTES_PER_FRAME = 4;
    private static final double LOUDEST = 0.9;

    private Mix() {}

    /** A WAV file of the movie's length. */
    public static byte[] wav(List<SoundEvent> events, double duration_s) {
        int samples = (int) Math.ceil(duration_s * RATE_HZ);
        double[] left = new double[samples];
        double[] right = new double[samples];
        for (var e : events) {
            double[] tone = tone(e);
            double p = (e.pan() + 1) * Math.PI / 4;
            double l = StrictMath.cos(p);
            double r = StrictMath.sin(p);
            int from = (int) Math.rint(e.onset_s() * RATE_HZ);
            for (int i = 0; i < tone.length && from + i < samples; i++) {
                left[from + i] += l * tone[i];
                right[from + i] += r * tone[i];
            }
        }
        return file(left, right);
    }

    private static double[] tone(SoundEvent e) {
        var voice = Objects.requireNonNull(Voice.ALL.get(e.timbre()), e.timbre());
        double[] out = new double[(int) (voice.length_s() * RATE_HZ)];
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / RATE_HZ;
            double sum = 0;
            for (int k = 0; k < voice.partials().size(); k++) {
                sum += voice.loudness().get(k)
                        * StrictMath.cos(2 * Math.PI * voice.partials().get(k) * e.pitch_Hz() * t);
            }
            out[i] = e.gain() * sum * StrictMath.exp(-voice.decay_per_s() * t);
        }
        return out;
    }

    private static byte[] file(double[] left, double[] right) {
        double peak = 0;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        double gain = peak == 0 ? 0 : LOUDEST * Short.MAX_VALUE / peak;
        int bytes = BYTES_PER_FRAME * left.length;
        var out = ByteBuffer.allocate(HEADER_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER_BYTES - 8 + bytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) 1).putShort((short) 2).putInt(RATE_HZ).putInt(BYTES_PER_FRAME * RATE_HZ);
        out.putShort((short) BYTES_PER_FRAME).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < left.length; i++) {
            out.putShort((short) Math.rint(left[i] * gain));
            out.putShort((short) Math.rint(right[i] * gain));
        }
        return out.array();
    }
}
