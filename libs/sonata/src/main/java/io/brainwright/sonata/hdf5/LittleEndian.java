package io.brainwright.sonata.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a structure under construction, the lowest byte of a number first, as HDF5 keeps its own numbers. */
final class LittleEndian {
    /** "There is none": the undefined address. */
    static final long UNDEFINED = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The lowest {@code width} bytes of a number. */
    LittleEndian number(int width, long value) {
        for (int i = 0; i < width; i++) {
            bytes.write((int) (value >>> 8 * i));
        }
        return this;
    }

    LittleEndian u8(int value) {
        return number(1, value);
    }

    LittleEndian u16(int value) {
        assert value >= 0 && value < 1 << 16 : value;
        return number(2, value);
    }

    LittleEndian u32(long value) {
        return number(4, value);
    }

    LittleEndian u64(long value) {
        return number(8, value);
    }

    LittleEndian raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** Text with its closing 0. */
    LittleEndian text(String words) {
        return raw(words.getBytes(StandardCharsets.UTF_8)).u8(0);
    }

    /** The checksum of everything so far. */
    LittleEndian checksum() {
        byte[] sofar = bytes.toByteArray();
        return u32(Lookup3.of(sofar, sofar.length));
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
