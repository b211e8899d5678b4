package io.brainwright.sim.sonata;

/**
 * MT19937, for what others have drawn with it: 32 bits from a state of 624 words, seeded with one number, and reals of 53 bits.
 *
 * @see <a href="https://doi.org/10.1145/272991.272995">Matsumoto & Nishimura 1998</a>
 */
final class MersenneTwister {
    private static final int WORDS = 624;
    private static final int AHEAD = 397;
    private static final int UPPER = 0x80000000;
    private static final int TWIST = 0x9908b0df;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < WORDS; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** 32 random bits. */
    int nextBits() {
        if (next == WORDS) {
            for (int i = 0; i < WORDS; i++) {
                int mixed = (state[i] & UPPER) | (state[(i + 1) % WORDS] & ~UPPER);
                state[i] = state[(i + AHEAD) % WORDS] ^ (mixed >>> 1) ^ ((mixed & 1) == 0 ? 0 : TWIST);
            }
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** A number from 0 to below 1, of 53 bits. */
    double nextDouble() {
        long high = nextBits() >>> 5;
        long low = nextBits() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }
}
