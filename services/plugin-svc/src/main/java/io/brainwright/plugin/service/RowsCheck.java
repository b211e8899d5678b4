package io.brainwright.plugin.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.ForeignRows;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.plugin.service.Described.Asked;
import io.brainwright.plugin.service.Described.Made;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whether the rows of one chunk are what the stage's description says: schema, order, no row twice, no NaN, keys within the chunk. */
final class RowsCheck {
    private static final Set<ColumnType> WHOLE =
            Set.of(ColumnType.U64, ColumnType.I64, ColumnType.U32, ColumnType.I32, ColumnType.I8, ColumnType.U8);

    private final String stage;
    private final ChunkSpec chunk;
    private final Map<String, Made> tables = new HashMap<>();
    private final Map<String, Batch> before = new HashMap<>();

    RowsCheck(String stage, Asked asked, ChunkSpec chunk) {
        this.stage = stage;
        this.chunk = chunk;
        asked.tables().forEach(t -> tables.put(t.schema().name(), t));
    }

    /** Whether the ranges of chunks bound the keys of the first table. */
    static boolean isRanged(Asked asked) {
        return isRanged(asked.tables().getFirst());
    }

    private static boolean isRanged(Made table) {
        return WHOLE.contains(
                table.schema().columns().get(table.key().getFirst()).type());
    }

    /**
     * @param stream rows as they came
     * @throws Problem INVALID that says which row breaks which promise
     */
    Batch passed(byte[] stream) {
        Batch rows;
        try {
            rows = ForeignRows.rows(stream);
        } catch (IllegalArgumentException foreign) {
            throw broken("an Arrow stream cannot be read: " + foreign.getMessage());
        }
        var name = rows.schema().name();
        var table = tables.get(name);
        if (table == null) {
            throw broken("it sent rows of table '%s', which its description does not have".formatted(name));
        }
        if (!rows.schema().equals(table.schema())) {
            throw broken("table '%s' %s".formatted(name, difference(table.schema(), rows.schema())));
        }
        finite(table, rows);
        if (rows.rowCount() > 0) {
            ordered(table, rows);
            before.put(name, rows);
        }
        return rows;
    }

    private static String difference(TableSchema said, TableSchema sent) {
        if (said.columns().size() != sent.columns().size()) {
            return "has %d columns, its description %d"
                    .formatted(sent.columns().size(), said.columns().size());
        }
        for (int c = 0; c < said.columns().size(); c++) {
            if (!said.columns().get(c).equals(sent.columns().get(c))) {
                return "has column '%s', its description '%s'"
                        .formatted(
                                words(sent.columns().get(c)),
                                words(said.columns().get(c)));
            }
        }
        return "has other metadata than its description";
    }

    private static String words(Column c) {
        return "%s %s in %s".formatted(c.name(), c.type(), c.unit());
    }

    private void ordered(Made table, Batch rows) {
        var last = before.get(table.schema().name());
        if (last != null) {
            ascending(table, last, last.rowCount() - 1, rows, 0);
        }
        for (int i = 1; i < rows.rowCount(); i++) {
            ascending(table, rows, i - 1, rows, i);
        }
        boolean bounded = isRanged(table) && chunk.end() > chunk.first();
        if (bounded) {
            int c = table.key().getFirst();
            for (int i : new int[] {0, rows.rowCount() - 1}) {
                long key = ((Number) value(rows, c, i)).longValue();
                if (key < chunk.first() || key >= chunk.end()) {
                    throw broken("table '%s' has key %d; the chunk's are %d to %d"
                            .formatted(table.schema().name(), key, chunk.first(), chunk.end() - 1));
                }
            }
        }
    }

    private void ascending(Made table, Batch a, int i, Batch b, int k) {
        int order = compare(table, a, i, b, k);
        if (order >= 0) {
            throw broken("table '%s' has key %s %s"
                    .formatted(
                            table.schema().name(),
                            key(table, b, k),
                            order == 0 ? "twice" : "behind a greater one; rows are sorted by key"));
        }
    }

    private static int compare(Made table, Batch a, int i, Batch b, int k) {
        for (int c : table.key()) {
            int order = compare(table.schema().columns().get(c).type(), value(a, c, i), value(b, c, k));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compare(ColumnType type, Object a, Object b) {
        return switch (type) {
            case TEXT -> ((String) a).compareTo((String) b);
            case U64, U32, U8 -> Long.compareUnsigned(((Number) a).longValue(), ((Number) b).longValue());
            default -> Long.compare(((Number) a).longValue(), ((Number) b).longValue());
        };
    }

    private static Object value(Batch rows, int column, int i) {
        return switch (rows.values(column)) {
            case long[] v -> v[i];
            case int[] v ->
                rows.schema().columns().get(column).type() == ColumnType.U32
                        ? Integer.toUnsignedLong(v[i])
                        : (long) v[i];
            case byte[] v ->
                rows.schema().columns().get(column).type() == ColumnType.U8 ? Byte.toUnsignedLong(v[i]) : (long) v[i];
            case String[] v -> v[i];
            default ->
                throw new AssertionError("a key of " + rows.schema().columns().get(column));
        };
    }

    private static String key(Made table, Batch rows, int i) {
        return String.join(
                "/",
                table.key().stream().map(c -> String.valueOf(value(rows, c, i))).toList());
    }

    private void finite(Made table, Batch rows) {
        var columns = rows.schema().columns();
        for (int c = 0; c < columns.size(); c++) {
            if (!table.mayBeNan().contains(columns.get(c).name())) {
                int row = Finite.firstFault(rows.values(c));
                if (row >= 0) {
                    throw broken("table '%s', column '%s' is no number in row %d of what was sent"
                            .formatted(table.schema().name(), columns.get(c).name(), row));
                }
            }
        }
    }

    private Problem broken(String what) {
        return PlugProblems.broken(stage, "chunk %d (%s)".formatted(chunk.index(), chunk.label()), what);
    }
}
