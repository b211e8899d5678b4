package io.brainwright.fabric.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.arrow.memory.ArrowBuf;
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
        var data = values(vector, n, Long.BYTES);
        var out = new long[n];
        data.asLongBuffer().get(out);
        return out;
    }

    private static int[] ints(BaseFixedWidthVector vector, int n) {
        var data = values(vector, n, Integer.BYTES);
        var out = new int[n];
        data.asIntBuffer().get(out);
        return out;
    }

    private static byte[] bytes(BaseFixedWidthVector vector, int n) {
        var data = values(vector, n, 1);
        var out = new byte[n];
        data.get(out);
        return out;
    }

    private static float[] floats(BaseFixedWidthVector vector, int n) {
        var data = values(vector, n, Float.BYTES);
        var out = new float[n];
        data.asFloatBuffer().get(out);
        return out;
    }

    private static double[] doubles(BaseFixedWidthVector vector, int n) {
        var data = values(vector, n, Double.BYTES);
        var out = new double[n];
        data.asDoubleBuffer().get(out);
        return out;
    }

    private static byte[][] blobs(VarBinaryVector vector, int n) {
        int[] offsets =
                offsets(vector.getOffsetBuffer(), n, vector.getDataBuffer().capacity());
        var out = new byte[n][];
        for (int i = 0; i < n; i++) {
            out[i] = new byte[offsets[i + 1] - offsets[i]];
            vector.getDataBuffer().getBytes(offsets[i], out[i]);
        }
        return out;
    }

    private static float[][] floatLists(ListVector list, int n) {
        int[] offsets = offsets(list.getOffsetBuffer(), n, list.getDataVector().getValueCount());
        float[] flat = floats((BaseFixedWidthVector) list.getDataVector(), offsets[n]);
        var out = new float[n][];
        for (int i = 0; i < n; i++) {
            out[i] = Arrays.copyOfRange(flat, offsets[i], offsets[i + 1]);
        }
        return out;
    }

    private static StructList structs(Column column, ListVector list, int n) {
        int[] offsets = offsets(list.getOffsetBuffer(), n, list.getDataVector().getValueCount());
        var struct = (StructVector) list.getDataVector();
        var fields = new ArrayList<Object>();
        for (var field : column.fields()) {
            fields.add(read(field, (FieldVector) struct.getChild(field.name()), offsets[n]));
        }
        return new StructList(offsets, fields);
    }

    /** Values of a vector, looked at before an array is made for them. */
    static ByteBuffer values(BaseFixedWidthVector vector, int n, int width) {
        var data = vector.getDataBuffer();
        if (n < 0 || (long) n * width > data.capacity()) {
            throw new IllegalArgumentException(
                    "column %s claims %d values in %d bytes".formatted(vector.getName(), n, data.capacity()));
        }
        return data.nioBuffer(0, n * width).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Where the entries of n rows begin and end: rising, from 0, within what there is. */
    static int[] offsets(ArrowBuf buffer, int n, long entries) {
        if (n > 0 && (n + 1L) * Integer.BYTES > buffer.capacity()) {
            throw new IllegalArgumentException("%d rows have offsets of %d bytes".formatted(n, buffer.capacity()));
        }
        int[] offsets = new int[n + 1];
        for (int i = 1; i <= n; i++) {
            offsets[i] = buffer.getInt((long) i * Integer.BYTES);
            if (offsets[i] < offsets[i - 1] || offsets[i] > entries) {
                throw new IllegalArgumentException(
                        "row %d ends at %d, after %d and of %d".formatted(i - 1, offsets[i], offsets[i - 1], entries));
            }
        }
        return offsets;
    }
}
