package io.brainwright.fabric.table;

import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.StructVector;

/** Plain arrays into Arrow vectors. */
final class VectorWrite {
    private VectorWrite() {}

    static void write(Column column, FieldVector vector, Object values, int n) {
        switch (column.type()) {
            case U64 -> longs((UInt8Vector) vector, (long[]) values);
            case I64 -> longs((BigIntVector) vector, (long[]) values);
            case U32 -> ints((UInt4Vector) vector, (int[]) values);
            case I32 -> ints((IntVector) vector, (int[]) values);
            case I8 -> bytes((TinyIntVector) vector, (byte[]) values);
            case U8 -> bytes((UInt1Vector) vector, (byte[]) values);
            case F32 -> floats((Float4Vector) vector, (float[]) values);
            case F64 -> doubles((Float8Vector) vector, (double[]) values);
            case BYTES -> blobs((VarBinaryVector) vector, (byte[][]) values);
            case F32_LIST -> floatLists((ListVector) vector, (float[][]) values);
            case STRUCT_LIST -> structs(column, (ListVector) vector, (StructList) values);
            case TEXT -> throw new IllegalArgumentException("words within a struct are not supported");
        }
        vector.setValueCount(n);
    }

    private static void longs(UInt8Vector vector, long[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
    }

    private static void longs(BigIntVector vector, long[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
    }

    private static void ints(UInt4Vector vector, int[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
    }

    private static void ints(IntVector vector, int[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
    }

    private static void bytes(TinyIntVector vector, byte[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
    }

    private static void bytes(UInt1Vector vector, byte[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
    }

    private static void floats(Float4Vector vector, float[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
    }

    private static void doubles(Float8Vector vector, double[] values) {
        vector.allocateNew(values.length);
        for (int i = 0; i < values.length; i++) {
            vector.set(i, values[i]);
        }
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
        floats((Float4Vector) list.getDataVector(), flat);
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
