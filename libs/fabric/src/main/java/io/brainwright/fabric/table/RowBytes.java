package io.brainwright.fabric.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The canonical bytes of rows, some at a time, from which checksums are made.
 *
 * <p>Columns in the schema's order; numbers little-endian with their raw bits; words as UTF-8 and blobs as they are, after
 * their length (int32, -1 for an absent word); lists after their count (int32), each struct's fields in order.
 */
final class RowBytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int ROWS_AT_ONCE = 256;

    private final List<Column> columns;
    private final Batch batch;
    private final int width;
    private final Map<String, byte[]> words = new HashMap<>();
    private final int[] starts = new int[ROWS_AT_ONCE + 1];
    private byte[] bytes = new byte[256];
    private int size;

    RowBytes(Batch batch) {
        this.batch = batch;
        this.columns = batch.schema().columns();
        this.width = width(columns);
    }

    /** Encodes rows from this one on; returns how many. Row {@code i} of them is {@code bytes()[start(i) .. start(i + 1))}. */
    int fill(int first) {
        int count = Math.min(ROWS_AT_ONCE, batch.rowCount() - first);
        size = 0;
        if (width > 0) {
            fillFixed(first, count);
        } else {
            for (int i = 0; i < count; i++) {
                encode(first + i);
                starts[i + 1] = size;
            }
        }
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int row) {
        return starts[row];
    }

    /** Bytes of a row where all are of one width; 0 where they are not. */
    private static int width(List<Column> columns) {
        int sum = 0;
        for (var column : columns) {
            int one = width(column.type());
            if (one == 0) {
                return 0;
            }
            sum += one;
        }
        return sum;
    }

    private static int width(ColumnType type) {
        return switch (type) {
            case U64, I64, F64 -> Long.BYTES;
            case U32, I32, F32 -> Integer.BYTES;
            case I8, U8 -> 1;
            case TEXT, BYTES, F32_LIST, STRUCT_LIST -> 0;
        };
    }

    /** Column by column, which is faster than row by row. */
    private void fillFixed(int first, int count) {
        reserve(count * width);
        int offset = 0;
        for (int c = 0; c < columns.size(); c++) {
            var type = columns.get(c).type();
            scatter(type, batch.values(c), first, count, offset);
            offset += width(type);
        }
        for (int i = 0; i <= count; i++) {
            starts[i] = i * width;
        }
    }

    private void scatter(ColumnType type, Object values, int first, int count, int offset) {
        int at = offset;
        switch (type) {
            case U64, I64 -> {
                var from = (long[]) values;
                for (int i = 0; i < count; i++, at += width) {
                    LONG.set(bytes, at, from[first + i]);
                }
            }
            case F64 -> {
                var from = (double[]) values;
                for (int i = 0; i < count; i++, at += width) {
                    LONG.set(bytes, at, Double.doubleToRawLongBits(from[first + i]));
                }
            }
            case U32, I32 -> {
                var from = (int[]) values;
                for (int i = 0; i < count; i++, at += width) {
                    INT.set(bytes, at, from[first + i]);
                }
            }
            case F32 -> {
                var from = (float[]) values;
                for (int i = 0; i < count; i++, at += width) {
                    INT.set(bytes, at, Float.floatToRawIntBits(from[first + i]));
                }
            }
            case I8, U8 -> {
                var from = (byte[]) values;
                for (int i = 0; i < count; i++, at += width) {
                    bytes[at] = from[first + i];
                }
            }
            case TEXT, BYTES, F32_LIST, STRUCT_LIST -> throw new IllegalArgumentException(type + " has no one width");
        }
    }

    private void encode(int row) {
        for (int c = 0; c < columns.size(); c++) {
            var column = columns.get(c);
            switch (column.type()) {
                case F32_LIST -> putFloats(((float[][]) batch.values(c))[row]);
                case STRUCT_LIST -> putStructs(column, (StructList) batch.values(c), row);
                default -> putScalar(column.type(), batch.values(c), row);
            }
        }
    }

    private void putStructs(Column column, StructList structs, int row) {
        int from = structs.offsets()[row];
        int to = structs.offsets()[row + 1];
        putInt(to - from);
        for (int i = from; i < to; i++) {
            for (int f = 0; f < column.fields().size(); f++) {
                putScalar(column.fields().get(f).type(), structs.fields().get(f), i);
            }
        }
    }

    private void putScalar(ColumnType type, Object values, int row) {
        switch (type) {
            case U64, I64 -> putLong(((long[]) values)[row]);
            case U32, I32 -> putInt(((int[]) values)[row]);
            case I8, U8 -> putByte(((byte[]) values)[row]);
            case F32 -> putInt(Float.floatToRawIntBits(((float[]) values)[row]));
            case F64 -> putLong(Double.doubleToRawLongBits(((double[]) values)[row]));
            case TEXT -> putText(((@Nullable String[]) values)[row]);
            case BYTES -> putBlob(((byte[][]) values)[row]);
            case F32_LIST, STRUCT_LIST -> throw new IllegalArgumentException("a list within a struct");
        }
    }

    private void putText(@Nullable String word) {
        if (word == null) {
            putInt(-1);
        } else {
            putBlob(words.computeIfAbsent(word, w -> w.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void putBlob(byte[] blob) {
        putInt(blob.length);
        reserve(blob.length);
        System.arraycopy(blob, 0, bytes, size, blob.length);
        size += blob.length;
    }

    private void putFloats(float[] values) {
        putInt(values.length);
        for (float v : values) {
            putInt(Float.floatToRawIntBits(v));
        }
    }

    private void putByte(byte value) {
        reserve(1);
        bytes[size++] = value;
    }

    private void putInt(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    private void putLong(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
