package io.brainwright.sonata.hdf5;

import java.util.List;
import java.util.SortedMap;

/**
 * How one value lies in the file, with the body of its Datatype message (format specification IV.A.2.d).
 *
 * @param size bytes of one value
 * @param message class and version, bit field, size, properties
 */
record Datatype(int size, byte[] message) {
    private static final int FIXED_POINT = 0;
    private static final int FLOATING_POINT = 1;
    private static final int STRING = 3;
    private static final int ENUMERATED = 8;
    private static final int VARIABLE_LENGTH = 9;
    private static final int SIGNED = 1 << 3;
    private static final int BIG_ENDIAN = 1;
    private static final int UTF8 = 1;

    /** Text of any length in UTF-8: length, address of a global heap collection, number within it. */
    static final Datatype TEXT = text(UTF8);

    /** The same in ASCII. */
    static final Datatype ASCII = text(0);

    static final Datatype F32 = floating(23, 8, false);
    static final Datatype F64 = floating(52, 11, false);

    /** u8 to u64 and i8 to i64. */
    static Datatype whole(int size, boolean signed) {
        return whole(size, signed, false);
    }

    /** @param big whether the highest byte comes first */
    static Datatype whole(int size, boolean signed, boolean big) {
        return new Datatype(
                size,
                begin(1, FIXED_POINT, (signed ? SIGNED : 0) | (big ? BIG_ENDIAN : 0), size)
                        .u16(0) // bit offset
                        .u16(8 * size)
                        .toBytes());
    }

    /**
     * Words for the values 0, 1, 2, ... of an unsigned byte. Version 3: names are not padded.
     *
     * @param words their names
     */
    static Datatype enumeration(List<String> words) {
        var message = begin(3, ENUMERATED, words.size(), 1).raw(whole(1, false).message());
        words.forEach(message::text);
        for (int code = 0; code < words.size(); code++) {
            message.u8(code);
        }
        return new Datatype(1, message.toBytes());
    }

    /**
     * Words for values of a type of integers, as they were read. Version 3: names are not padded.
     *
     * @param base integers, with their byte order
     * @param words by value
     */
    static Datatype enumeration(Datatype base, SortedMap<Integer, String> words) {
        var message = begin(3, ENUMERATED, words.size(), base.size()).raw(base.message());
        words.values().forEach(message::text);
        boolean big = (base.message()[1] & BIG_ENDIAN) != 0;
        for (int value : words.keySet()) {
            message.raw(
                    big
                            ? reversed(value, base.size())
                            : new LittleEndian().number(base.size(), value).toBytes());
        }
        return new Datatype(base.size(), message.toBytes());
    }

    private static byte[] reversed(int value, int size) {
        byte[] bytes = new LittleEndian().number(size, value).toBytes();
        for (int i = 0; i < size / 2; i++) {
            byte kept = bytes[i];
            bytes[i] = bytes[size - 1 - i];
            bytes[size - 1 - i] = kept;
        }
        return bytes;
    }

    /**
     * Text of one length.
     *
     * @param padding 0 closed by a zero, 1 filled with zeros, 2 with spaces
     */
    static Datatype fixedText(int size, int padding, boolean utf8) {
        return new Datatype(
                size, begin(1, STRING, padding | (utf8 ? UTF8 << 4 : 0), size).toBytes());
    }

    /** The type of the values in an array: floats as they are, integers with or without sign. */
    static Datatype of(Class<?> component, boolean signed) {
        if (component == float.class) {
            return F32;
        } else if (component == double.class) {
            return F64;
        } else if (component == String.class) {
            return TEXT;
        } else if (component == byte.class) {
            return whole(Byte.BYTES, signed);
        } else if (component == short.class) {
            return whole(Short.BYTES, signed);
        } else if (component == int.class) {
            return whole(Integer.BYTES, signed);
        } else if (component == long.class) {
            return whole(Long.BYTES, signed);
        }
        throw new IllegalArgumentException("HDF5 columns hold numbers or texts, not " + component);
    }

    /** IEEE 754: fraction, exponent with its bias, sign in the highest bit, leading 1 implied. */
    static Datatype floating(int fractionBits, int exponentBits, boolean big) {
        int size = (1 + fractionBits + exponentBits) / 8;
        int sign = 8 * size - 1;
        int impliedOne = 2 << 4;
        return new Datatype(
                size,
                begin(1, FLOATING_POINT, sign << 8 | impliedOne | (big ? BIG_ENDIAN : 0), size)
                        .u16(0) // bit offset
                        .u16(8 * size)
                        .u8(fractionBits) // where the exponent begins
                        .u8(exponentBits)
                        .u8(0) // where the fraction begins
                        .u8(fractionBits)
                        .u32((1 << exponentBits - 1) - 1)
                        .toBytes());
    }

    private static Datatype text(int characters) {
        int string = 1;
        int size = 4 + 8 + 4;
        return new Datatype(
                size,
                begin(1, VARIABLE_LENGTH, string | characters << 8, size)
                        .raw(whole(1, false).message())
                        .toBytes());
    }

    private static LittleEndian begin(int version, int type, int bits, int size) {
        return new LittleEndian().u8(version << 4 | type).number(3, bits).u32(size);
    }
}
