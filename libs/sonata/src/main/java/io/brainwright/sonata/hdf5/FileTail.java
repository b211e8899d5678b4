package io.brainwright.sonata.hdf5;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** The growing end of a file; everything begins at a multiple of 8. */
final class FileTail {
    private static final int PIECE = 1 << 20; // chosen: bytes that are converted at a time

    private final FileChannel channel;
    private long next;

    /** @param begin where the first piece goes */
    FileTail(FileChannel channel, long begin) {
        this.channel = channel;
        this.next = begin;
    }

    /** Where the next piece will lie. */
    long next() {
        return next;
    }

    /** @return where the bytes lie */
    long append(byte[] bytes) throws IOException {
        long address = next;
        put(ByteBuffer.wrap(bytes), address);
        next = aligned(address + bytes.length);
        return address;
    }

    /**
     * Converts an array of numbers piece by piece, so that no second copy of a column is needed; rows of a two-dimensional array
     * follow one another.
     *
     * @return where the values lie
     */
    long append(Object array) throws IOException {
        if (array instanceof Object[] rows) {
            return append(Arrays.asList(rows));
        }
        long address = next;
        var buffer = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        return finish(buffer, row(array, buffer, address), address);
    }

    /**
     * The rows of a table one after another, each an array of numbers that is not kept.
     *
     * @return where the values lie
     */
    long append(Iterable<?> rows) throws IOException {
        long address = next;
        var buffer = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        long at = address;
        for (var row : rows) {
            at = row(row, buffer, at);
        }
        return finish(buffer, at, address);
    }

    /** Takes bytes as they are; whoever calls says at last how far they reach. */
    void raw(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        put(bytes, next);
        next += length;
    }

    /** The next thing begins at a multiple of 8 again. */
    void align() {
        next = aligned(next);
    }

    private long finish(ByteBuffer buffer, long end, long address) throws IOException {
        buffer.flip();
        int rest = buffer.remaining();
        put(buffer, end);
        next = aligned(end + rest);
        return address;
    }

    /** Overwrites the beginning of the file. */
    void begin(byte[] bytes) throws IOException {
        put(ByteBuffer.wrap(bytes), 0);
    }

    /** @return where the bytes that are still in the buffer belong */
    private long row(Object array, ByteBuffer buffer, long address) throws IOException {
        long at = address;
        int length = Array.getLength(array);
        for (int from = 0; from < length; ) {
            if (buffer.remaining() < Long.BYTES) {
                buffer.flip();
                int full = buffer.remaining();
                put(buffer, at);
                at += full;
                buffer.clear();
            }
            int to = Math.min(length, from + buffer.remaining() / Long.BYTES);
            convert(array, from, to, buffer);
            from = to;
        }
        return at;
    }

    private static void convert(Object array, int from, int to, ByteBuffer buffer) {
        for (int i = from; i < to; i++) {
            switch (array) {
                case byte[] a -> buffer.put(a[i]);
                case short[] a -> buffer.putShort(a[i]);
                case int[] a -> buffer.putInt(a[i]);
                case long[] a -> buffer.putLong(a[i]);
                case float[] a -> buffer.putFloat(a[i]);
                case double[] a -> buffer.putDouble(a[i]);
                default -> throw new IllegalArgumentException("not an array of numbers: " + array.getClass());
            }
        }
    }

    private void put(ByteBuffer bytes, long address) throws IOException {
        long at = address;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private static long aligned(long address) {
        return address + 7 & ~7L;
    }
}
