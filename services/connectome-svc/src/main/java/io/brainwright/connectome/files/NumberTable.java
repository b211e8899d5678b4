package io.brainwright.connectome.files;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads columns of numbers from a CSV file with a header, one row after another, however long the file.
 *
 * <p>Columns are found by name; others are skipped and may hold text. A row with too few columns or with what is no number is named by
 * its line.
 */
final class NumberTable implements AutoCloseable {
    private static final byte COMMA = ',';
    private static final byte LINE_END = '\n';
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_FIELD = 512;

    private final Path file;
    private final InputStream in;
    private final List<String> columns;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] field = new byte[LONGEST_FIELD];
    private final int[] slotOf;
    private final double[] values;
    private int at;
    private int end;
    private long line = 1;
    private int fieldSize;

    private NumberTable(Path file, List<String> columns, List<String> optional) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.in = open(file);
        var header = header();
        var missing = columns.stream().filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty()) {
            close();
            throw new Problem(
                    Kind.INVALID,
                    "TABLE_COLUMN_MISSING",
                    "'%s' has no column %s; its first line is '%s'."
                            .formatted(file, String.join(", ", missing), String.join(",", header)),
                    "The first line names the columns: %s.".formatted(String.join(",", columns)),
                    Map.of("file", file.toString(), "columns", String.join(",", missing)));
        }
        slotOf = header.stream()
                .mapToInt(h -> columns.contains(h)
                        ? columns.indexOf(h)
                        : optional.contains(h) ? columns.size() + optional.indexOf(h) : -1)
                .toArray();
        values = new double[columns.size() + optional.size()];
        Arrays.fill(values, Double.NaN);
    }

    static NumberTable open(Path file, List<String> columns, List<String> optional) {
        return new NumberTable(file, columns, optional);
    }

    /** Reads the next row; false at the end of the file. Empty lines are passed over. */
    boolean next() {
        do {
            line++;
            if (!more()) {
                return false;
            }
        } while (isEmptyLine());
        for (int c = 0; c < slotOf.length; c++) {
            boolean last = readField();
            if (slotOf[c] >= 0) {
                values[slotOf[c]] = number();
            }
            if (last != (c == slotOf.length - 1)) {
                throw problem("has %s columns than the first line".formatted(last ? "fewer" : "more"));
            }
        }
        return true;
    }

    /** A value of the row, by the place of its column among those asked for, optional ones last; NaN where the file has none. */
    double at(int column) {
        return values[column];
    }

    /** A whole number from 0 to 2^31 - 2. */
    int whole(int column) {
        double value = values[column];
        if (!(value >= 0 && value < Integer.MAX_VALUE && value == Math.rint(value))) {
            throw problem("has %s under '%s', which is no whole number from 0 to 2147483646"
                    .formatted(value, column < columns.size() ? columns.get(column) : "an optional column"));
        }
        return (int) value;
    }

    Problem problem(String what) {
        return new Problem(
                Kind.INVALID,
                "TABLE_ROW_WRONG",
                "'%s' line %d %s.".formatted(file, line, what),
                "Correct the line; columns used are %s.".formatted(String.join(",", columns)),
                Map.of("file", file.toString(), "line", String.valueOf(line)));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private List<String> header() {
        var text = new StringBuilder();
        while (more() && buffer[at] != LINE_END) {
            text.append((char) buffer[at++]);
        }
        at++;
        return Arrays.stream(text.toString().split(",", -1)).map(String::trim).toList();
    }

    private boolean isEmptyLine() {
        if (buffer[at] == '\r' && at + 1 < end && buffer[at + 1] == LINE_END) {
            at += 2;
            return true;
        }
        if (buffer[at] == LINE_END) {
            at++;
            return true;
        }
        return false;
    }

    /** Reads up to a comma or the end of the line; says whether the line ended. */
    private boolean readField() {
        fieldSize = 0;
        while (more()) {
            byte b = buffer[at++];
            if (b == COMMA) {
                return false;
            }
            if (b == LINE_END) {
                return true;
            }
            if (fieldSize == LONGEST_FIELD) {
                throw problem("has a field of more than %d characters".formatted(LONGEST_FIELD));
            }
            field[fieldSize++] = b;
        }
        return true;
    }

    private double number() {
        double value = Decimal.parse(field, fieldSize);
        if (Double.isNaN(value)) {
            throw problem("has '%s', which is no number"
                    .formatted(new String(field, 0, fieldSize, StandardCharsets.UTF_8).trim()));
        }
        return value;
    }

    private boolean more() {
        if (at < end) {
            return true;
        }
        try {
            at = 0;
            end = in.read(buffer);
            return end > 0;
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static InputStream open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "FILE_NOT_FOUND",
                    "There is no file '%s'.".formatted(file),
                    "Give a CSV file whose first line names its columns.",
                    Map.of("file", file.toString()));
        }
        try {
            return Files.newInputStream(file);
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static Problem unreadable(Path file, IOException failed) {
        return new Problem(
                Kind.PRECONDITION,
                "FILE_UNREADABLE",
                "'%s' cannot be read: %s.".formatted(file, failed.getMessage()),
                "Check the disk and the file's permissions.",
                Map.of("file", file.toString()));
    }
}
