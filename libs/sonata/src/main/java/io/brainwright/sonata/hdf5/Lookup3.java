package io.brainwright.sonata.hdf5;

/**
 * The checksum of the newer structures of HDF5: {@code hashlittle} of lookup3, start value 0.
 *
 * @see <a href="https://burtleburtle.net/bob/c/lookup3.c">Jenkins 2006, lookup3.c, public domain</a>
 */
final class Lookup3 {
    private static final int START = 0xdeadbeef;
    private static final int BLOCK = 12;

    private Lookup3() {}

    /** Checksum of the first {@code length} bytes. */
    static int of(byte[] bytes, int length) {
        int a = START + length;
        int b = a;
        int c = a;
        int at = 0;
        for (; length - at > BLOCK; at += BLOCK) {
            a += word(bytes, at, length);
            b += word(bytes, at + 4, length);
            c += word(bytes, at + 8, length);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
        }
        if (length == 0) {
            return c;
        }
        a += word(bytes, at, length);
        b += word(bytes, at + 4, length);
        c += word(bytes, at + 8, length);
        return last(a, b, c);
    }

    private static int last(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }

    /** Four bytes, the lowest first; those beyond the end count as 0. */
    private static int word(byte[] bytes, int at, int length) {
        int word = 0;
        for (int i = Math.min(at + 4, length) - 1; i >= at; i--) {
            word = word << 8 | bytes[i] & 0xff;
        }
        return word;
    }
}
