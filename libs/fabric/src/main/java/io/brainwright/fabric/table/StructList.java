package io.brainwright.fabric.table;

import java.util.List;

/**
 * The values of a column of lists of structs: row i owns the inner rows {@code offsets[i] .. offsets[i+1]-1} of every field.
 *
 * @param offsets one entry per row and one more
 * @param fields one array per field, typed as the field's {@link ColumnType} says
 */
public record StructList(int[] offsets, List<Object> fields) {
    public StructList {
        fields = List.copyOf(fields);
    }
}
