package io.brainwright.fabric.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Our schemas as Arrow's and back: unit, description and source travel as field metadata, the table's name as schema metadata. */
final class ArrowSchemas {
    static final String TABLE = "brainwright.table";

    private static final String UNIT = "unit";
    private static final String DESCRIPTION = "description";
    private static final String SOURCE = "source";
    private static final ArrowType CODES = new ArrowType.Int(32, true);

    private ArrowSchemas() {}

    static Schema toArrow(TableSchema schema) {
        var fields = new ArrayList<Field>();
        for (int c = 0; c < schema.columns().size(); c++) {
            fields.add(field(schema.columns().get(c), c));
        }
        var metadata = new TreeMap<>(schema.metadata());
        metadata.put(TABLE, schema.name());
        return new Schema(fields, metadata);
    }

    static TableSchema fromArrow(Schema schema) {
        var metadata = new HashMap<>(schema.getCustomMetadata());
        var name = metadata.remove(TABLE);
        if (name == null) {
            throw new IllegalArgumentException("these Arrow batches name no table in " + TABLE);
        }
        return new TableSchema(
                name, schema.getFields().stream().map(ArrowSchemas::column).toList(), metadata);
    }

    private static Field field(Column column, int index) {
        var metadata =
                new TreeMap<>(Map.of(UNIT, column.unit(), DESCRIPTION, column.description(), SOURCE, column.source()));
        return switch (column.type()) {
            case TEXT ->
                new Field(
                        column.name(),
                        new FieldType(
                                true,
                                CODES,
                                new DictionaryEncoding(index, false, new ArrowType.Int(32, true)),
                                metadata),
                        List.of());
            case F32_LIST -> list(column.name(), metadata, required("item", arrowType(ColumnType.F32), List.of()));
            case STRUCT_LIST -> {
                var inner = column.fields().stream().map(f -> field(f, -1)).toList();
                yield list(column.name(), metadata, required("item", ArrowType.Struct.INSTANCE, inner));
            }
            default ->
                new Field(column.name(), new FieldType(false, arrowType(column.type()), null, metadata), List.of());
        };
    }

    private static Field list(String name, Map<String, String> metadata, Field item) {
        return new Field(name, new FieldType(false, ArrowType.List.INSTANCE, null, metadata), List.of(item));
    }

    private static Field required(String name, ArrowType type, List<Field> children) {
        return new Field(name, FieldType.notNullable(type), children);
    }

    private static ArrowType arrowType(ColumnType type) {
        return switch (type) {
            case U64 -> new ArrowType.Int(64, false);
            case I64 -> new ArrowType.Int(64, true);
            case U32 -> new ArrowType.Int(32, false);
            case I32 -> new ArrowType.Int(32, true);
            case I8 -> new ArrowType.Int(8, true);
            case U8 -> new ArrowType.Int(8, false);
            case F32 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case F64 -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case BYTES -> ArrowType.Binary.INSTANCE;
            case TEXT, F32_LIST, STRUCT_LIST -> throw new IllegalArgumentException(type + " has no plain Arrow type");
        };
    }

    private static Column column(Field field) {
        var metadata = field.getMetadata();
        var type = columnType(field);
        List<Column> fields = type == ColumnType.STRUCT_LIST
                ? field.getChildren().getFirst().getChildren().stream()
                        .map(ArrowSchemas::column)
                        .toList()
                : List.of();
        return new Column(
                field.getName(),
                type,
                metadata.getOrDefault(UNIT, "1"),
                metadata.getOrDefault(DESCRIPTION, ""),
                metadata.getOrDefault(SOURCE, ""),
                fields);
    }

    private static ColumnType columnType(Field field) {
        if (field.getDictionary() != null) {
            return ColumnType.TEXT;
        }
        var type = field.getType();
        if (type.equals(ArrowType.List.INSTANCE)) {
            var struct = field.getChildren().getFirst().getType().equals(ArrowType.Struct.INSTANCE);
            return struct ? ColumnType.STRUCT_LIST : ColumnType.F32_LIST;
        }
        for (var plain : ColumnType.values()) {
            var listed = plain == ColumnType.TEXT || plain == ColumnType.F32_LIST || plain == ColumnType.STRUCT_LIST;
            if (!listed && arrowType(plain).equals(type)) {
                return plain;
            }
        }
        throw new IllegalArgumentException("column " + field.getName() + " has the foreign type " + type);
    }
}
