package io.brainwright.sonata.hdf5;

import io.jhdf.WritableDatasetImpl;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.message.DataSpace;
import io.jhdf.storage.HdfBackingStorage;
import io.jhdf.storage.HdfFileChannel;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/**
 * Datasets without rows: a run in which no cell fired, cells that nothing connects.
 *
 * <p>jhdf 0.13 refuses empty arrays, because it asks an array's first element for the next dimension; so a dataset of one row is
 * made and its row taken away before the file is written. A test reads such a file back.
 */
final class NoRows {
    private NoRows() {}

    /**
     * @param empty an array without elements; its type says the dataset's
     * @param rowLength numbers in a row, 1 for a plain column
     * @param signed whether whole numbers have a sign
     */
    static WritableDataset put(WritableGroup group, String name, Object empty, int rowLength, boolean signed) {
        boolean plain = rowLength == 1;
        var one = plain
                ? Array.newInstance(empty.getClass().getComponentType(), 1)
                : Array.newInstance(long.class, 1, rowLength);
        var unsigned = DatasetCreationOptions.builder().unsigned().build();
        boolean whole = !(empty instanceof float[] || empty instanceof double[]);
        var dataset = whole && !signed ? group.putDataset(name, one, unsigned) : group.putDataset(name, one);
        long[] dimensions = plain ? new long[] {0} : new long[] {0, rowLength};
        set(dataset, "dataSpace", DataSpace.modifyDimensions(DataSpace.fromObject(one), dimensions));
        set(dataset, "dataType", new Unwritten(dataset.getDataType()));
        return dataset;
    }

    private static void set(WritableDataset dataset, String field, Object value) {
        try {
            var member = WritableDatasetImpl.class.getDeclaredField(field);
            member.setAccessible(true);
            member.set(dataset, value);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("jhdf has no field WritableDatasetImpl." + field, changed);
        }
    }

    /** The same type, of which nothing is written. */
    private static final class Unwritten extends DataType {
        private final DataType type;

        Unwritten(DataType type) {
            super(type.getDataClass(), type.getSize());
            this.type = type;
        }

        @Override
        public ByteBuffer toBuffer() {
            return type.toBuffer();
        }

        @Override
        public void writeData(Object data, int[] dimensions, HdfFileChannel channel) {}

        @Override
        public Class<?> getJavaType() {
            return type.getJavaType();
        }

        @Override
        public Object fillData(ByteBuffer buffer, int[] dimensions, HdfBackingStorage storage) {
            return type.fillData(buffer, dimensions, storage);
        }
    }
}
