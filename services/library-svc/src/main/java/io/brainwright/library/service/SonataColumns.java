package io.brainwright.library.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.sonata.hdf5.Columns;
import java.util.Set;

/** Columns of a table in the types that SONATA asks for. */
final class SonataColumns {
    private SonataColumns() {}

    /**
     * @param rows a table
     * @param without columns that SONATA keeps elsewhere
     */
    static Columns of(Batch rows, Set<String> without) {
        var columns = new Columns(rows.rowCount());
        for (int c = 0; c < rows.schema().columns().size(); c++) {
            var column = rows.schema().columns().get(c);
            if (without.contains(column.name())) {
                continue;
            }
            switch (column.type()) {
                case U64, I64, U32, I32, F32 -> columns.put(column.name(), rows.values(c));
                case U8, I8 -> columns.put(column.name(), widened((byte[]) rows.values(c)));
                case F64 -> columns.put(column.name(), narrowed((double[]) rows.values(c)));
                case TEXT -> columns.put(column.name(), filled((String[]) rows.values(c)));
                case BYTES, F32_LIST, STRUCT_LIST -> {
                    // SONATA has no such column
                }
            }
        }
        return columns;
    }

    private static int[] widened(byte[] values) {
        int[] result = new int[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i] & 0xff;
        }
        return result;
    }

    private static float[] narrowed(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    /** A cell without a marker has the empty word. */
    @SuppressWarnings("NullAway") // words of a nullable dictionary
    private static String[] filled(String[] words) {
        String[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = result[i] == null ? "" : result[i];
        }
        return result;
    }
}
