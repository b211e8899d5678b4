package io.brainwright.fabric.table;

import java.util.List;

/**
 * What one column means.
 *
 * @param name SONATA's name where SONATA has one
 * @param type type of its values
 * @param unit SI spelling, "1" where it has none
 * @param description what the value says
 * @param source where the values come from: a citation, or the algorithm that makes them
 * @param fields fields of a {@link ColumnType#STRUCT_LIST}, empty otherwise
 */
public record Column(
        String name, ColumnType type, String unit, String description, String source, List<Column> fields) {
    public Column {
        fields = List.copyOf(fields);
    }

    /** A column without inner fields. */
    public static Column of(String name, ColumnType type, String unit, String description, String source) {
        return new Column(name, type, unit, description, source, List.of());
    }

    /** A list of structs. */
    public static Column structs(String name, String description, String source, List<Column> fields) {
        return new Column(name, ColumnType.STRUCT_LIST, "1", description, source, fields);
    }
}
