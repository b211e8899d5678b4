package io.brainwright.sonata.hdf5;

import java.nio.charset.StandardCharsets;

/**
 * A version 2 object header (format specification IV.A.1.b): one chunk of messages between the signature OHDR and a checksum.
 */
final class ObjectHeader {
    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int DATA_LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0A;
    private static final int ATTRIBUTE = 0x0C;

    private static final int UTF8 = 1;

    private final LittleEndian messages = new LittleEndian();

    /** Says that this is a group whose links stand in its header. */
    ObjectHeader group() {
        int version = 0;
        int flags = 0;
        message(
                LINK_INFO,
                new LittleEndian()
                        .u8(version)
                        .u8(flags)
                        .u64(LittleEndian.UNDEFINED) // fractal heap of a large group
                        .u64(LittleEndian.UNDEFINED)); // its index of names
        return message(GROUP_INFO, new LittleEndian().u8(version).u8(flags));
    }

    /** A hard link to an object whose header is written. */
    ObjectHeader link(String name, long address) {
        int version = 1;
        int charsetGiven = 1 << 4;
        int twoByteLength = 1;
        var text = new LittleEndian().text(name).toBytes();
        int length = text.length - 1; // without the closing 0
        return message(
                LINK,
                new LittleEndian()
                        .u8(version)
                        .u8(charsetGiven | twoByteLength)
                        .u8(UTF8)
                        .u16(length)
                        .raw(java.util.Arrays.copyOf(text, length))
                        .u64(address));
    }

    /** A name for whatever lies at a path of this file. */
    ObjectHeader softLink(String name, String path) {
        int version = 1;
        int typeGiven = 1 << 3;
        int charsetGiven = 1 << 4;
        int twoByteLength = 1;
        int soft = 1;
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] target = path.getBytes(StandardCharsets.UTF_8);
        return message(
                LINK,
                new LittleEndian()
                        .u8(version)
                        .u8(typeGiven | charsetGiven | twoByteLength)
                        .u8(soft)
                        .u8(UTF8)
                        .u16(text.length)
                        .raw(text)
                        .u16(target.length)
                        .raw(target));
    }

    /**
     * Says that this is a dataset in one piece.
     *
     * @param address where its values begin; {@link LittleEndian#UNDEFINED} where there are none
     */
    ObjectHeader dataset(Datatype type, long[] dimensions, long address, long bytes) {
        int fillVersion = 3;
        int allocateLate = 2;
        int writeIfSet = 2 << 2;
        int layoutVersion = 3;
        int contiguous = 1;
        message(DATASPACE, dataspace(dimensions));
        message(DATATYPE, new LittleEndian().raw(type.message()));
        message(FILL_VALUE, new LittleEndian().u8(fillVersion).u8(allocateLate | writeIfSet));
        return message(
                DATA_LAYOUT,
                new LittleEndian().u8(layoutVersion).u8(contiguous).u64(address).u64(bytes));
    }

    /** @param dimensions none for a single value */
    ObjectHeader attribute(String name, Datatype type, long[] dimensions, byte[] value) {
        int version = 3;
        int flags = 0;
        var text = new LittleEndian().text(name);
        var space = dataspace(dimensions);
        return message(
                ATTRIBUTE,
                new LittleEndian()
                        .u8(version)
                        .u8(flags)
                        .u16(text.size())
                        .u16(type.message().length)
                        .u16(space.size())
                        .u8(UTF8)
                        .raw(text.toBytes())
                        .raw(type.message())
                        .raw(space.toBytes())
                        .raw(value));
    }

    byte[] toBytes() {
        int version = 2;
        int fourByteSize = 2;
        return new LittleEndian()
                .raw(new byte[] {'O', 'H', 'D', 'R'})
                .u8(version)
                .u8(fourByteSize)
                .u32(messages.size())
                .raw(messages.toBytes())
                .checksum()
                .toBytes();
    }

    private ObjectHeader message(int type, LittleEndian body) {
        int flags = 0;
        messages.u8(type).u16(body.size()).u8(flags).raw(body.toBytes());
        return this;
    }

    private static LittleEndian dataspace(long[] dimensions) {
        int version = 2;
        int flags = 0; // the largest size is the present one
        int kind = dimensions.length == 0 ? 0 : 1; // scalar, simple
        var space =
                new LittleEndian().u8(version).u8(dimensions.length).u8(flags).u8(kind);
        for (long dimension : dimensions) {
            space.u64(dimension);
        }
        return space;
    }
}
