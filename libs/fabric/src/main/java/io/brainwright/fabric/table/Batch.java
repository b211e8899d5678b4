package io.brainwright.fabric.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Rows of one table: one plain array per column. The arrays belong to the batch once handed over.
 */
public final class Batch {
    private final TableSchema schema;
    private final List<Object> values;
    private final int rowCount;

    private Batch(TableSchema schema, List<Object> values, int rowCount) {
        this.schema = schema;
        this.values = values;
        this.rowCount = rowCount;
    }

    /**
     * @param schema columns
     * @param values one array (or {@link StructList}) per column, in the schema's order, all of one length
     */
    public static Batch of(TableSchema schema, Object... values) {
        return of(schema, Arrays.asList(values));
    }

    /** The same from a list. */
    public static Batch of(TableSchema schema, List<Object> values) {
        if (values.size() != schema.columns().size()) {
            throw new IllegalArgumentException("%s has %d columns, got %d"
                    .formatted(schema.name(), schema.columns().size(), values.size()));
        }
        int rows = -1;
        for (int i = 0; i < values.size(); i++) {
            var column = schema.columns().get(i);
            int n = lengthOf(column, values.get(i));
            if (rows >= 0 && n != rows) {
                throw new IllegalArgumentException(
                        "%s.%s has %d rows, others %d".formatted(schema.name(), column.name(), n, rows));
            }
            rows = n;
        }
        return new Batch(schema, List.copyOf(values), Math.max(rows, 0));
    }

    /** The same from values by column name. */
    public static Batch of(TableSchema schema, Map<String, Object> byName) {
        var values = new ArrayList<Object>();
        for (var column : schema.columns()) {
            var value = byName.get(column.name());
            if (value == null) {
                throw new IllegalArgumentException("no values for " + schema.name() + "." + column.name());
            }
            values.add(value);
        }
        return of(schema, values);
    }

    public TableSchema schema() {
        return schema;
    }

    public int rowCount() {
        return rowCount;
    }

    /** The array behind a column, by position. */
    public Object values(int column) {
        return values.get(column);
    }

    public long[] longs(String column) {
        return (long[]) value(column);
    }

    public int[] ints(String column) {
        return (int[]) value(column);
    }

    public byte[] bytes(String column) {
        return (byte[]) value(column);
    }

    public float[] floats(String column) {
        return (float[]) value(column);
    }

    public double[] doubles(String column) {
        return (double[]) value(column);
    }

    public String[] texts(String column) {
        return (String[]) value(column);
    }

    public byte[][] blobs(String column) {
        return (byte[][]) value(column);
    }

    public float[][] floatLists(String column) {
        return (float[][]) value(column);
    }

    public StructList structs(String column) {
        return (StructList) value(column);
    }

    private Object value(String column) {
        return values.get(schema.indexOf(column));
    }

    private static int lengthOf(Column column, Object value) {
        return switch (column.type()) {
            case U64, I64 -> ((long[]) value).length;
            case U32, I32 -> ((int[]) value).length;
            case I8, U8 -> ((byte[]) value).length;
            case F32 -> ((float[]) value).length;
            case F64 -> ((double[]) value).length;
            case TEXT -> ((String[]) value).length;
            case BYTES -> ((byte[][]) value).length;
            case F32_LIST -> ((float[][]) value).length;
            case STRUCT_LIST -> ((StructList) value).offsets().length - 1;
        };
    }

    /** The rows of several batches of one schema, one after another. */
    public static Batch concat(TableSchema schema, List<Batch> parts) {
        return Batches.concat(schema, parts);
    }
}
