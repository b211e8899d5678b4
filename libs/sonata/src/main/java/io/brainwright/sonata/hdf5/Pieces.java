package io.brainwright.sonata.hdf5;

import io.brainwright.neuro.hdf5.StrangersHdf5;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Walks through a dataset of any length a few megabytes at a time. */
public final class Pieces {
    private static final int MOST_BYTES = 4 << 20; // chosen: one piece

    private Pieces() {}

    /** Told of the rows first .. first + count - 1 of a dataset. */
    interface Rows {
        void at(long[] first, int[] count);
    }

    /** Told of a run of values. */
    public interface Longs {
        void at(long first, long[] values);
    }

    /** Told of a run of values. */
    public interface Doubles {
        void at(long first, double[] values);
    }

    /** Every value of a column of integers, in order. */
    public static void longs(Dataset column, Longs told) {
        each(column, (first, count) -> told.at(first[0], Stored.longs(column.getData(first, count))));
    }

    /** Every value of a column of numbers, in order. */
    public static void doubles(Dataset column, Doubles told) {
        each(column, (first, count) -> told.at(first[0], Stored.doubles(column.getData(first, count))));
    }

    /** The bytes of all values as they lie in the file, filters undone. */
    static void bytes(DatasetBase data, java.util.function.Consumer<ByteBuffer> told) {
        if (data.getDimensions().length == 0 || !(data instanceof ChunkedDataset)) {
            if (data.getSize() * data.getDataType().getSize() <= MOST_BYTES) {
                told.accept(data.getDataBuffer());
                return;
            }
        }
        each(data, (first, count) -> told.accept(data.getSliceDataBuffer(first, count)));
    }

    /** The texts of a column or table, in order. */
    static void texts(Dataset data, java.util.function.Consumer<String[]> told) {
        if (data.isScalar()) {
            told.accept(new String[] {String.valueOf(data.getData())});
        } else {
            each(data, (first, count) -> told.accept(flat(data.getData(first, count))));
        }
    }

    private static String[] flat(Object array) {
        return array instanceof String[] texts
                ? texts
                : Arrays.stream((Object[]) array)
                        .flatMap(row -> Arrays.stream(flat(row)))
                        .toArray(String[]::new);
    }

    static void each(Dataset data, Rows told) {
        StrangersHdf5.plausible(data);
        long[] size = data.getDimensionsAsLong();
        double rowBytes = data.getDataType().getSize();
        for (int k = 1; k < size.length; k++) {
            rowBytes *= size[k];
        }
        int atOnce = (int) Math.max(1, Math.min(Integer.MAX_VALUE / 2, MOST_BYTES / Math.max(1, rowBytes)));
        if (data instanceof ChunkedDataset chunked) {
            int chunk = chunked.getChunkDimensions()[0]; // a chunk that is cut would be unpacked twice
            atOnce = Math.max(1, atOnce / chunk) * chunk;
        }
        int[] count = Arrays.stream(size).mapToInt(Math::toIntExact).toArray();
        if (Arrays.stream(size).anyMatch(length -> length == 0)) {
            return;
        }
        for (long row = 0; row < size[0]; row += atOnce) {
            long[] first = new long[size.length];
            first[0] = row;
            count[0] = (int) Math.min(atOnce, size[0] - row);
            told.at(first, count.clone());
        }
    }
}
