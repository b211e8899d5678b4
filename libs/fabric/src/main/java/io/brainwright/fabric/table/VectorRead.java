package io.brainwright.fabric.table;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;

/** Arrow vectors into plain arrays. */
final class VectorRead {
    private VectorRead() {}

    static Object read(Column column, FieldVector vector, int n) {
        return switch (column.type()) {
            case U64, I64 -> longs((BaseFixedWidthVector) vector, n);
            case U32, I32 -> ints((BaseFixedWidthVector) vector, n);
            case I8, U8 -> bytes((BaseFixedWidthVector) vector, n);
            case F32 -> floats((BaseFixedWidthVector) vector, n);
            case F64 -> doubles((BaseFixedWidthVector) vector, n);
            case BYTES -> blobs((VarBinaryVector) vector, n);
            case F32_LIST -> floatLists((ListVector) vector, n);
            case STRUCT_LIST -> structs(column, (ListVector) vector, n);
            case TEXT -> throw new IllegalArgumentException("words within a struct are not supported");
        };
    }

    private static long[] longs(BaseFixedWidthVector vector, int n) {
        var out = new long[n];
        vector.getDataBuffer()
                .nioBuffer(0, n * 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(out);
        return out;
    }

    private static int[] ints(BaseFixedWidthVector vector, int n) {
        var out = new int[n];
        vector.getDataBuffer()
                .nioBuffer(0, n * 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(out);
        return out;
    }

    private static byte[] bytes(BaseFixedWidthVector vector, int n) {
        var out = new byte[n];
        vector.getDataBuffer().getBytes(0, out);
        return out;
    }

    private static float[] floats(BaseFixedWidthVector vector, int n) {
        var out = new float[n];
        vector.getDataBuffer()
                .nioBuffer(0, n * 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(out);
        return out;
    }

    private static double[] doubles(BaseFixedWidthVector vector, int n) {
        var out = new double[n];
        vector.getDataBuffer()
                .nioBuffer(0, n * 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(out);
        return out;
    }

    private static byte[][] blobs(VarBinaryVector vector, int n) {
        var out = new byte[n][];
        for (int i = 0; i < n; i++) {
            out[i] = vector.get(i);
        }
        return out;
    }

    private static float[][] floatLists(ListVector list, int n) {
        int[] offsets = offsets(list, n);
        float[] flat = floats((BaseFixedWidthVector) list.getDataVector(), offsets[n]);
        var out = new float[n][];
        for (int i = 0; i < n; i++) {
            out[i] = Arrays.copyOfRange(flat, offsets[i], offsets[i + 1]);
        }
        return out;
    }

    private static StructList structs(Column column, ListVector list, int n) {
        int[] offsets = offsets(list, n);
        var struct = (StructVector) list.getDataVector();
        var fields = new ArrayList<Object>();
        for (var field : column.fields()) {
            fields.add(read(field, (FieldVector) struct.getChild(field.name()), offsets[n]));
        }
        return new StructList(offsets, fields);
    }

    private static int[] offsets(ListVector list, int n) {
        int[] offsets = new int[n + 1];
        for (int i = 1; i <= n; i++) {
            offsets[i] = list.getOffsetBuffer().getInt((long) i * Integer.BYTES);
        }
        return offsets;
    }
}
