package io.brainwright.sonata.table;

import io.brainwright.sonata.hdf5.Columns;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of a table with their types: whole numbers from 0 become uint32, or uint64 where one is larger, other numbers float32,
 * anything else an enumeration of texts. A header {@code name:float64} (float32, uint32, uint64, text) says it otherwise.
 */
public final class TypedColumns {
    private static final List<String> TYPES = List.of("float32", "float64", "uint32", "uint64", "text");

    private TypedColumns() {}

    /**
     * @param table read with its header
     * @param left columns that are not wanted
     * @param order row of the table for each row of the result
     */
    public static Columns of(TextTable table, List<String> left, int[] order) {
        var columns = new Columns(order.length);
        for (var header : table.header()) {
            if (left.contains(header)) {
                continue;
            }
            int colon = header.lastIndexOf(':');
            var said = colon < 0 ? "" : header.substring(colon + 1);
            boolean typed = TYPES.contains(said);
            var words = table.column(header);
            var type = typed ? said : type(words);
            columns.put(typed ? header.substring(0, colon) : header, array(table, header, words, type, order));
        }
        return columns;
    }

    private static String type(String[] words) {
        boolean whole = true;
        boolean large = false;
        for (var word : words) {
            if (!word.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|[nN]a[nN]")) {
                return "text";
            }
            whole &= word.matches("\\d+");
            large |= whole && (word.length() > 10 || Double.parseDouble(word) >= 0x1p32);
        }
        return !whole ? "float32" : large ? "uint64" : "uint32";
    }

    private static Object array(TextTable table, String header, String[] words, String type, int[] order) {
        int n = order.length;
        return switch (type) {
            case "text" -> Arrays.stream(order).mapToObj(row -> words[row]).toArray(String[]::new);
            case "float32" -> {
                float[] values = new float[n];
                for (int i = 0; i < n; i++) {
                    values[i] = (float) number(table, header, words, order[i], type);
                }
                yield values;
            }
            case "float64" -> {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) {
                    values[i] = number(table, header, words, order[i], type);
                }
                yield values;
            }
            case "uint32" -> {
                int[] values = new int[n];
                for (int i = 0; i < n; i++) {
                    values[i] = (int) whole(table, header, words, order[i], type, 32);
                }
                yield values;
            }
            default -> {
                long[] values = new long[n];
                for (int i = 0; i < n; i++) {
                    values[i] = whole(table, header, words, order[i], type, 64);
                }
                yield values;
            }
        };
    }

    private static double number(TextTable table, String header, String[] words, int row, String type) {
        try {
            return Double.parseDouble(words[row]);
        } catch (NumberFormatException no) {
            throw unfit(table, header, words[row], row, type);
        }
    }

    private static long whole(TextTable table, String header, String[] words, int row, String type, int bits) {
        try {
            long value = Long.parseUnsignedLong(words[row]);
            if (bits == 64 || value >>> bits == 0) {
                return value;
            }
        } catch (NumberFormatException no) {
            // told below, as what does not fit
        }
        throw unfit(table, header, words[row], row, type);
    }

    private static RuntimeException unfit(TextTable table, String header, String word, int row, String type) {
        return TextTable.wrong(
                table.file(),
                row + 2,
                "has '%s' under '%s', which is no %s".formatted(word, header, type),
                "Mend the value, or name another type after the column: %s.".formatted(TYPES));
    }
}
