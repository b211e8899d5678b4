package io.brainwright.neuro.atlas.nrrd;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types of values, with every spelling that the format allows. */
public enum NrrdType {
    INT8(1, "int8", "signed char", "int8_t"),
    UINT8(1, "uint8", "uchar", "unsigned char", "uint8_t"),
    INT16(2, "int16", "short", "short int", "signed short", "signed short int", "int16_t"),
    UINT16(2, "uint16", "ushort", "unsigned short", "unsigned short int", "uint16_t"),
    INT32(4, "int32", "int", "signed int", "int32_t"),
    UINT32(4, "uint32", "uint", "unsigned int", "uint32_t"),
    INT64(8, "int64", "longlong", "long long", "long long int", "signed long long", "signed long long int", "int64_t"),
    UINT64(8, "uint64", "ulonglong", "unsigned long long", "unsigned long long int", "uint64_t"),
    FLOAT(4, "float"),
    DOUBLE(8, "double");

    private final int bytes;
    private final List<String> spellings;

    NrrdType(int bytes, String... spellings) {
        this.bytes = bytes;
        this.spellings = List.of(spellings);
    }

    /** Bytes of one value. */
    public int bytes() {
        return bytes;
    }

    String spelling() {
        return spellings.getFirst();
    }

    static @Nullable NrrdType of(String spelling) {
        for (var type : values()) {
            if (type.spellings.contains(spelling)) {
                return type;
            }
        }
        return null;
    }

    /** The next value; whole numbers beyond 2^53 lose their last digits. */
    double get(ByteBuffer from) {
        return switch (this) {
            case INT8 -> from.get();
            case UINT8 -> from.get() & 0xff;
            case INT16 -> from.getShort();
            case UINT16 -> from.getShort() & 0xffff;
            case INT32 -> from.getInt();
            case UINT32 -> from.getInt() & 0xffffffffL;
            case INT64, UINT64 -> from.getLong();
            case FLOAT -> from.getFloat();
            case DOUBLE -> from.getDouble();
        };
    }

    void put(ByteBuffer to, double value) {
        switch (this) {
            case INT8, UINT8 -> to.put((byte) (long) value);
            case INT16, UINT16 -> to.putShort((short) (long) value);
            case INT32, UINT32 -> to.putInt((int) (long) value);
            case INT64, UINT64 -> to.putLong((long) value);
            case FLOAT -> to.putFloat((float) value);
            case DOUBLE -> to.putDouble(value);
        }
    }
}
