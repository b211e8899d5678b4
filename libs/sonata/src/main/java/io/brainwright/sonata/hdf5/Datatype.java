package io.brainwright.sonata.hdf5;

import java.util.List;

/**
 * How one value lies in the file, with the body of its Datatype message (format specification IV.A.2.d).
 *
 * @param size bytes of one value
 * @param message class and version, bit field, size, properties
 */
record Datatype(int size, byte[] message) {
    private static final int FIXED_POINT = 0;
    private static final int FLOATING_POINT = 1;
    private static final int ENUMERATED = 8;
    private static final int VARIABLE_LENGTH = 9;
    private static final int SIGNED = 1 << 3;

    /** Text of any length in UTF-8: length, address of a global heap collection, number within it. */
    static final Datatype TEXT = text();

    static final Datatype F32 = floating(4, 23, 8);
    static final Datatype F64 = floating(8, 52, 11);

    /** u8 to u64 and i8 to i64. */
    static Datatype whole(int size, boolean signed) {
        return new Datatype(
                size,
                begin(1, FIXED_POINT, signed ? SIGNED : 0, size)
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

    /** IEEE 754, lowest byte first: fraction, exponent with its bias, sign in the highest bit, leading 1 implied. */
    private static Datatype floating(int size, int fractionBits, int exponentBits) {
        int sign = 8 * size - 1;
        int impliedOne = 2 << 4;
        return new Datatype(
                size,
                begin(1, FLOATING_POINT, sign << 8 | impliedOne, size)
                        .u16(0) // bit offset
                        .u16(8 * size)
                        .u8(fractionBits) // where the exponent begins
                        .u8(exponentBits)
                        .u8(0) // where the fraction begins
                        .u8(fractionBits)
                        .u32((1 << exponentBits - 1) - 1)
                        .toBytes());
    }

    private static Datatype text() {
        int string = 1;
        int utf8 = 1 << 8;
        int size = 4 + 8 + 4;
        return new Datatype(
                size,
                begin(1, VARIABLE_LENGTH, string | utf8, size)
                        .raw(whole(1, false).message())
                        .toBytes());
    }

    private static LittleEndian begin(int version, int type, int bits, int size) {
        return new LittleEndian().u8(version << 4 | type).number(3, bits).u32(size);
    }
}
