package io.brainwright.fabric.table;

import java.util.List;
import java.util.Map;

/**
 * The columns of a table and the key that orders its rows.
 *
 * @param name name of the table within its dataset, e.g. {@code cells}
 * @param columns in order
 * @param metadata facts about the whole table, e.g. the name of an edge population
 */
public record TableSchema(String name, List<Column> columns, Map<String, String> metadata) {
    public TableSchema {
        columns = List.copyOf(columns);
        metadata = Map.copyOf(metadata);
    }

    public TableSchema(String name, List<Column> columns) {
        this(name, columns, Map.of());
    }

    /** Position of a column. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column);
    }
}
