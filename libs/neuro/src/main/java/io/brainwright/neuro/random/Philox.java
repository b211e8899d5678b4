package io.brainwright.neuro.random;

/**
 * The Philox4x32-10 counter-based generator: a keyed bijection of 128-bit counters.
 *
 * <pre>{@code
 *   (L0,R0,L1,R1) → (hi(M1·L1)⊕R0⊕k0, lo(M1·L1), hi(M0·L0)⊕R1⊕k1, lo(M0·L0)), ten rounds
 * }</pre>
 *
 * State-free: the number depends only on key and counter, so any worker can draw it in any order.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon et al. 2011, Parallel random numbers: as easy as 1, 2, 3</a>
 */
public final class Philox {
    private static final int M0 = 0xD2511F53;
    private static final int M1 = 0xCD9E8D57;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {}

    /**
     * Enciphers one counter.
     *
     * @param key 64-bit key
     * @param counterLow low 64 bits of the counter
     * @param counterHigh high 64 bits of the counter
     * @param out receives four 32-bit words
     */
    public static void block(long key, long counterLow, long counterHigh, int[] out) {
        int c0 = (int) counterLow;
        int c1 = (int) (counterLow >>> 32);
        int c2 = (int) counterHigh;
        int c3 = (int) (counterHigh >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = (M0 & 0xFFFFFFFFL) * (c0 & 0xFFFFFFFFL);
            long p1 = (M1 & 0xFFFFFFFFL) * (c2 & 0xFFFFFFFFL);
            c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c1 = (int) p1;
            c3 = (int) p0;
            k0 += W0;
            k1 += W1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }
}
