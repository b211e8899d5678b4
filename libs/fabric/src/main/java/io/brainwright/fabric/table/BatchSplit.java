package io.brainwright.fabric.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts batches by rows into pieces that a Kafka record can carry. */
public final class BatchSplit {
    private BatchSplit() {}

    /** The batch itself where it is small enough, else pieces of at most {@code maxBytes}; a single row is never cut. */
    public static List<Batch> split(Batch batch, long maxBytes) {
        if (bytes(batch, 0, batch.rowCount()) <= maxBytes) {
            return List.of(batch);
        }
        var pieces = new ArrayList<Batch>();
        int from = 0;
        long size = 0;
        for (int row = 0; row < batch.rowCount(); row++) {
            long more = bytes(batch, row, row + 1);
            if (row > from && size + more > maxBytes) {
                pieces.add(slice(batch, from, row));
                from = row;
                size = 0;
            }
            size += more;
        }
        pieces.add(slice(batch, from, batch.rowCount()));
        return pieces;
    }

    /** Bytes of all values of a batch, near to what its record will take. */
    public static long bytes(Batch batch) {
        return bytes(batch, 0, batch.rowCount());
    }

    /** Rows {@code from .. to-1}. */
    public static Batch slice(Batch batch, int from, int to) {
        var values = new ArrayList<Object>();
        var columns = batch.schema().columns();
        for (int c = 0; c < columns.size(); c++) {
            var value = batch.values(c);
            values.add(
                    columns.get(c).type() == ColumnType.STRUCT_LIST
                            ? sliceStructs(columns.get(c), (StructList) value, from, to)
                            : sliceArray(columns.get(c).type(), value, from, to));
        }
        return Batch.of(batch.schema(), values);
    }

    private static long bytes(Batch batch, int from, int to) {
        long total = 0;
        var columns = batch.schema().columns();
        for (int c = 0; c < columns.size(); c++) {
            total += bytes(columns.get(c), batch.values(c), from, to);
        }
        return total;
    }

    private static long bytes(Column column, Object values, int from, int to) {
        return switch (column.type()) {
            case U64, I64, F64 -> 8L * (to - from);
            case U32, I32, F32, TEXT -> 4L * (to - from);
            case I8, U8 -> to - from;
            case BYTES -> {
                long total = 0;
                for (int i = from; i < to; i++) {
                    total += 4 + ((byte[][]) values)[i].length;
                }
                yield total;
            }
            case F32_LIST -> {
                long total = 0;
                for (int i = from; i < to; i++) {
                    total += 4 + 4L * ((float[][]) values)[i].length;
                }
                yield total;
            }
            case STRUCT_LIST -> {
                var structs = (StructList) values;
                long total = 4L * (to - from);
                for (int f = 0; f < column.fields().size(); f++) {
                    total += bytes(
                            column.fields().get(f),
                            structs.fields().get(f),
                            structs.offsets()[from],
                            structs.offsets()[to]);
                }
                yield total;
            }
        };
    }

    private static StructList sliceStructs(Column column, StructList structs, int from, int to) {
        int base = structs.offsets()[from];
        int[] offsets = Arrays.copyOfRange(structs.offsets(), from, to + 1);
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] -= base;
        }
        var fields = new ArrayList<Object>();
        for (int f = 0; f < column.fields().size(); f++) {
            var type = column.fields().get(f).type();
            fields.add(sliceArray(type, structs.fields().get(f), base, structs.offsets()[to]));
        }
        return new StructList(offsets, fields);
    }

    private static Object sliceArray(ColumnType type, Object values, int from, int to) {
        return switch (type) {
            case U64, I64 -> Arrays.copyOfRange((long[]) values, from, to);
            case U32, I32 -> Arrays.copyOfRange((int[]) values, from, to);
            case I8, U8 -> Arrays.copyOfRange((byte[]) values, from, to);
            case F32 -> Arrays.copyOfRange((float[]) values, from, to);
            case F64 -> Arrays.copyOfRange((double[]) values, from, to);
            case TEXT -> Arrays.copyOfRange((String[]) values, from, to);
            case BYTES -> Arrays.copyOfRange((byte[][]) values, from, to);
            case F32_LIST -> Arrays.copyOfRange((float[][]) values, from, to);
            case STRUCT_LIST -> throw new IllegalArgumentException("a list of structs is cut by its offsets");
        };
    }
}
