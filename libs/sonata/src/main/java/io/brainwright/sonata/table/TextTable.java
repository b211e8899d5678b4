package io.brainwright.sonata.table;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A table whose first line names its columns; a field in double quotes may hold the separator, and a quote that is doubled.
 *
 * @param file where it lies
 * @param header names of the columns
 * @param rows one list of fields per line, as long as the header
 */
public record TextTable(Path file, List<String> header, List<List<String>> rows) {
    public TextTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @param separator a space in tables of types (SONATA, "Edge and node types"), a comma elsewhere
     * @throws Problem with file and line where it is no such table
     */
    public static TextTable read(Path file, char separator) {
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "SONATA_TABLE_NOT_FOUND",
                    "There is no file '%s'.".formatted(file),
                    "Check the path; paths in a configuration start at the folder of that configuration.",
                    Map.of("file", file.toString()));
        }
        var rows = new ArrayList<List<String>>();
        List<String> header = List.of();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var fields = fields(file, number, line, separator);
            if (header.isEmpty()) {
                header = fields;
                if (new HashSet<>(header).size() < header.size()) {
                    throw wrong(file, number, "names a column twice", "Give every column a name of its own.");
                }
            } else if (fields.size() != header.size()) {
                throw wrong(
                        file,
                        number,
                        "has %d fields, the first line %d".formatted(fields.size(), header.size()),
                        "Columns are separated by %s; put a field that holds one into double quotes."
                                .formatted(separator == ' ' ? "one space" : "'" + separator + "'"));
            } else {
                rows.add(fields);
            }
        }
        return new TextTable(file, header, rows);
    }

    /** The fields of a column, in the order of the rows. */
    public String[] column(String name) {
        int at = header.indexOf(name);
        return rows.stream().map(row -> row.get(at)).toArray(String[]::new);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException broken) {
            throw wrong(file, 1, "or a later one is not UTF-8 text", "Give a table of text.");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static List<String> fields(Path file, int number, String line, char separator) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            throw wrong(file, number, "opens a double quote that it does not close", "Close it on the same line.");
        }
        fields.add(field.toString());
        return fields;
    }

    /** What is wrong with a line, as a problem. */
    public static Problem wrong(Path file, int line, String what, String remedy) {
        return new Problem(
                Kind.INVALID,
                "SONATA_TABLE_WRONG",
                "'%s' line %d %s.".formatted(file, line, what),
                remedy,
                Map.of("file", file.toString(), "line", String.valueOf(line), "fault", what));
    }
}
