package io.brainwright.sonata.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The HDF5 datatype "enumeration of unsigned bytes".
 *
 * @see <a href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html">HDF5 file format specification, section
 *     IV.A.2.d, class 8, version 3</a>
 */
final class EnumBytes extends DataType {
    private static final int CLASS = 8;
    private static final int VERSION = 3;

    private final List<String> words;

    /** @param words names of the values 0, 1, 2, ... */
    EnumBytes(List<String> words) {
        super(CLASS, 1);
        this.words = List.copyOf(words);
    }

    @Override
    public Class<?> getJavaType() {
        return byte.class;
    }

    @Override
    public Object fillData(ByteBuffer buffer, int[] dimensions, HdfBackingStorage storage) {
        throw new UnsupportedOperationException("jhdf reads enumerations by its own type");
    }

    @Override
    public ByteBuffer encodeData(Object data) {
        return ByteBuffer.allocate(1).order(ByteOrder.LITTLE_ENDIAN).put(0, (byte) data);
    }

    /** Class and version, number of words, size, base type, words ended by 0, their codes. */
    @Override
    public ByteBuffer toBuffer() {
        var base = new FixedPoint(1, true).toBuffer();
        int named = words.stream()
                .mapToInt(w -> w.getBytes(StandardCharsets.US_ASCII).length + 1)
                .sum();
        var bytes =
                ByteBuffer.allocate(8 + base.capacity() + named + words.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) (VERSION << 4 | CLASS))
                .put((byte) words.size())
                .put((byte) 0)
                .put((byte) 0)
                .putInt(1)
                .put(base.rewind());
        for (var word : words) {
            bytes.put(word.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        }
        for (int code = 0; code < words.size(); code++) {
            bytes.put((byte) code);
        }
        return bytes.rewind();
    }
}
