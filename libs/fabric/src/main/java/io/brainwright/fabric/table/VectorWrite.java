package io.brainwright.fabric.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;

/** Plain arrays into Arrow vectors. */
final class VectorWrite {
    private VectorWrite() {}

    static void write(Column column, FieldVector vector, Object values, int n) {
        switch (column.type()) {
            case U64, I64 -> longs(room(vector, n), (long[]) values);
            case U32, I32 -> ints(room(vector, n), (int[]) values);
            case I8, U8 -> bytes(room(vector, n), (byte[]) values);
            case F32 -> floats(room(vector, n), (float[]) values);
            case F64 -> doubles(room(vector, n), (double[]) values);
            case BYTES -> blobs((VarBinaryVector) vector, (byte[][]) values);
            case F32_LIST -> floatLists((ListVector) vector, (float[][]) values);
            case STRUCT_LIST -> structs(column, (ListVector) vector, (StructList) values);
            case TEXT -> throw new IllegalArgumentException("words within a struct are not supported");
        }
        vector.setValueCount(n);
    }

    /** Room for this many values, all of them there. */
    private static ArrowBuf room(FieldVector vector, int n) {
        var fixed = (BaseFixedWidthVector) vector;
        fixed.allocateNew(n);
        var valid = fixed.getValidityBuffer();
        valid.setOne(0, n / Byte.SIZE);
        for (int i = n - n % Byte.SIZE; i < n; i++) {
            BitVectorHelper.setBit(valid, i);
        }
        return fixed.getDataBuffer();
    }

    private static ByteBuffer view(ArrowBuf data, int count, int width) {
        return data.nioBuffer(0, Math.multiplyExact(count, width)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void longs(ArrowBuf data, long[] values) {
        view(data, values.length, Long.BYTES).asLongBuffer().put(values);
    }

    private static void ints(ArrowBuf data, int[] values) {
        view(data, values.length, Integer.BYTES).asIntBuffer().put(values);
    }

    private static void bytes(ArrowBuf data, byte[] values) {
        data.setBytes(0, values);
    }

    private static void floats(ArrowBuf data, float[] values) {
        view(data, values.length, Float.BYTES).asFloatBuffer().put(values);
    }

    private static void doubles(ArrowBuf data, double[] values) {
        view(data, values.length, Double.BYTES).asDoubleBuffer().put(values);
    }

    private static void blobs(VarBinaryVector vector, byte[][] values) {
        long total = 0;
        for (var value : values) {
            total += value.length;
        }
        vector.allocateNew(total, values.length);
        for (int i = 0; i < values.length; i++) {
            vector.setSafe(i, values[i]);
        }
    }

    private static void floatLists(ListVector list, float[][] values) {
        int[] offsets = new int[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            offsets[i + 1] = Math.addExact(offsets[i], values[i].length);
        }
        float[] flat = new float[offsets[values.length]];
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values[i], 0, flat, offsets[i], values[i].length);
        }
        offsets(list, offsets);
        floats(room(list.getDataVector(), flat.length), flat);
        list.getDataVector().setValueCount(flat.length);
    }

    private static void structs(Column column, ListVector list, StructList values) {
        int rows = values.offsets().length - 1;
        int inner = values.offsets()[rows];
        offsets(list, values.offsets());
        var struct = (StructVector) list.getDataVector();
        struct.setInitialCapacity(inner);
        struct.allocateNew();
        for (int f = 0; f < column.fields().size(); f++) {
            var field = column.fields().get(f);
            write(
                    field,
                    (FieldVector) struct.getChild(field.name()),
                    values.fields().get(f),
                    inner);
        }
        for (int i = 0; i < inner; i++) {
            struct.setIndexDefined(i);
        }
        struct.setValueCount(inner);
    }

    private static void offsets(ListVector list, int[] offsets) {
        int rows = offsets.length - 1;
        list.setInitialCapacity(rows, 1);
        list.allocateNew();
        for (int i = 0; i <= rows; i++) {
            list.getOffsetBuffer().setInt((long) i * Integer.BYTES, offsets[i]);
        }
        for (int i = 0; i < rows; i++) {
            BitVectorHelper.setBit(list.getValidityBuffer(), i);
        }
        list.setLastSet(rows - 1);
    }
}
