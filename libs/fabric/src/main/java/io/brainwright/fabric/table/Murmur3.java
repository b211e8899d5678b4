package io.brainwright.fabric.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * MurmurHash3, the 128-bit variant for 64-bit machines, seed 0. Fast and well spread, not cryptographic: it tells whether two
 * tables hold the same rows, while SHA-256 guards every part.
 *
 * @see <a href="https://github.com/aappleby/smhasher/wiki/MurmurHash3">Austin Appleby, MurmurHash3 (public domain)</a>
 */
final class Murmur3 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long low;
    private long high;

    /** Hashes {@code bytes[from .. to)}; the result is {@link #low} and {@link #high}. */
    void hash(byte[] bytes, int from, int to) {
        long h1 = 0;
        long h2 = 0;
        int size = to - from;
        int whole = from + (size & ~15);
        for (int i = from; i < whole; i += 16) {
            h1 ^= mix1((long) LONG.get(bytes, i));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mix2((long) LONG.get(bytes, i + 8));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        h2 ^= mix2(tail(bytes, whole + 8, to));
        h1 ^= mix1(tail(bytes, whole, Math.min(to, whole + 8)));
        h1 ^= size;
        h2 ^= size;
        h1 += h2;
        h2 += h1;
        h1 = finish(h1);
        h2 = finish(h2);
        h1 += h2;
        h2 += h1;
        low = h1;
        high = h2;
    }

    /** First 64 bits. */
    long low() {
        return low;
    }

    /** Last 64 bits. */
    long high() {
        return high;
    }

    private static long tail(byte[] bytes, int from, int to) {
        long k = 0;
        for (int i = to - 1; i >= from; i--) {
            k = k << 8 | (bytes[i] & 0xFF);
        }
        return k;
    }

    private static long mix1(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long mix2(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    private static long finish(long k) {
        k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return k ^ (k >>> 33);
    }
}
