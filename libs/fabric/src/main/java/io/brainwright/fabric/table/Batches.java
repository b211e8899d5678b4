package io.brainwright.fabric.table;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Joins batches. */
final class Batches {
    private Batches() {}

    static Batch concat(TableSchema schema, List<Batch> parts) {
        var values = new ArrayList<Object>();
        for (int c = 0; c < schema.columns().size(); c++) {
            var column = schema.columns().get(c);
            var pieces = new ArrayList<Object>();
            for (var part : parts) {
                pieces.add(part.values(c));
            }
            values.add(column.type() == ColumnType.STRUCT_LIST ? joinStructs(column, pieces) : join(column, pieces));
        }
        return Batch.of(schema, values);
    }

    private static Object join(Column column, List<Object> pieces) {
        int total = 0;
        for (var piece : pieces) {
            total += Array.getLength(piece);
        }
        Object out = empty(column.type(), total);
        int at = 0;
        for (var piece : pieces) {
            int n = Array.getLength(piece);
            System.arraycopy(piece, 0, out, at, n);
            at += n;
        }
        return out;
    }

    private static StructList joinStructs(Column column, List<Object> pieces) {
        int rows = 0;
        for (var piece : pieces) {
            rows += ((StructList) piece).offsets().length - 1;
        }
        int[] offsets = new int[rows + 1];
        int row = 0;
        int base = 0;
        for (var piece : pieces) {
            int[] own = ((StructList) piece).offsets();
            for (int i = 1; i < own.length; i++) {
                offsets[++row] = Math.addExact(base, own[i]);
            }
            base = offsets[row];
        }
        var fields = new ArrayList<Object>();
        for (int f = 0; f < column.fields().size(); f++) {
            var inner = new ArrayList<Object>();
            for (var piece : pieces) {
                inner.add(((StructList) piece).fields().get(f));
            }
            fields.add(join(column.fields().get(f), inner));
        }
        return new StructList(offsets, fields);
    }

    private static Object empty(ColumnType type, int n) {
        return switch (type) {
            case U64, I64 -> new long[n];
            case U32, I32 -> new int[n];
            case I8, U8 -> new byte[n];
            case F32 -> new float[n];
            case F64 -> new double[n];
            case TEXT -> new String[n];
            case BYTES -> new byte[n][];
            case F32_LIST -> new float[n][];
            case STRUCT_LIST -> throw new IllegalArgumentException("struct lists are joined by their fields");
        };
    }
}
