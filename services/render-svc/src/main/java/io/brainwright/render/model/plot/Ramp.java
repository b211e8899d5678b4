package io.brainwright.render.model.plot;

/** Ramps of colours that grow evenly in lightness. */
public final class Ramp {
    // viridis by S. van der Walt and N. Smith (CC0), every ninth part
    private static final int[] RISING = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };
    private static final int PAPER = 0xf7f7f7;
    private static final int BELOW = 0xb2182b;
    private static final int ABOVE = 0x08519c;

    private Ramp() {}

    /** From dark violet (0) to yellow (1). */
    public static int rising(double share) {
        double at = Math.clamp(share, 0, 1) * (RISING.length - 1);
        int i = Math.min((int) at, RISING.length - 2);
        return between(RISING[i], RISING[i + 1], at - i);
    }

    /** From red (-1) over near-white (0) to blue (1). */
    public static int diverging(double share) {
        double way = Math.clamp(share, -1, 1);
        return between(PAPER, way < 0 ? BELOW : ABOVE, Math.abs(way));
    }

    private static int between(int a, int b, double share) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double from = a >> shift & 0xff;
            double to = b >> shift & 0xff;
            mixed |= (int) Math.round(from + share * (to - from)) << shift;
        }
        return mixed;
    }
}
