package io.brainwright.sonata.edit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.table.TextTable;
import java.util.Arrays;
import java.util.Map;

/** Rows of a table found by their ids. */
final class KeyedRows {
    private KeyedRows() {}

    /**
     * The row of each id 0 .. count - 1.
     *
     * @throws Problem where an id is missing, stands twice or is out of range
     */
    static int[] order(TextTable table, String key, int count) {
        long[] ids = ids(table, key);
        int[] order = new int[count];
        Arrays.fill(order, -1);
        for (int row = 0; row < ids.length; row++) {
            if (ids[row] >= count) {
                throw TextTable.wrong(
                        table.file(),
                        row + 2,
                        "names %s %d; ids run from 0 to %d".formatted(key, ids[row], count - 1),
                        "Give one line for each id.");
            }
            int id = (int) ids[row];
            if (order[id] >= 0) {
                throw TextTable.wrong(
                        table.file(), row + 2, "names %s %d again".formatted(key, id), "Give one line for each id.");
            }
            order[id] = row;
        }
        for (int id = 0; id < count; id++) {
            if (order[id] < 0) {
                throw new Problem(
                        Kind.INVALID,
                        "SONATA_TABLE_INCOMPLETE",
                        "'%s' has %d lines for %d; %s %d is missing."
                                .formatted(table.file(), ids.length, count, key, id),
                        "Give one line for each id.",
                        Map.of("file", table.file().toString(), "missing", String.valueOf(id)));
            }
        }
        return order;
    }

    /** A column of whole numbers from 0. */
    static long[] ids(TextTable table, String key) {
        if (!table.header().contains(key)) {
            throw TextTable.wrong(
                    table.file(),
                    1,
                    "names the columns %s".formatted(table.header()),
                    "One of them must be '%s'; columns are separated by commas.".formatted(key));
        }
        var words = table.column(key);
        long[] ids = new long[words.length];
        for (int row = 0; row < ids.length; row++) {
            if (!words[row].strip().matches("\\d{1,18}")) {
                throw TextTable.wrong(
                        table.file(),
                        row + 2,
                        "has '%s' under '%s'".formatted(words[row], key),
                        "Ids are whole numbers from 0.");
            }
            ids[row] = Long.parseLong(words[row].strip());
        }
        return ids;
    }
}
