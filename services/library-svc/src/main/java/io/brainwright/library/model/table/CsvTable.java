package io.brainwright.library.model.table;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table as text: a header, then rows, fields between one delimiter. Fields in double quotes may hold delimiters and line ends; lines
 * that begin with {@code #} before the header are comments.
 *
 * @param comments comment lines above the header, without their sign
 * @param header names of the columns
 * @param rows rows of as many fields as the header has
 * @param delimiter comma, semicolon or tab
 */
public record CsvTable(List<String> comments, List<String> header, List<Row> rows, char delimiter) {
    private static final int MAX_COLUMNS = 10_000;

    public CsvTable {
        comments = List.copyOf(comments);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line where it begins in the file, 1 is the first
     * @param fields its fields, outer white space removed
     */
    public record Row(int line, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    /** @throws Problem INVALID with the line where it is no table */
    public static CsvTable read(String text, String file) {
        var comments = new ArrayList<String>();
        int skipped = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            var line = text.substring(at, end).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                break;
            }
            if (!line.isEmpty()) {
                comments.add(line.replaceFirst("^#+\\s*", ""));
            }
            skipped++;
            at = Math.min(end + 1, text.length());
        }
        var delimiter = delimiter(text, at);
        var all = new Fields(text, at, skipped + 1, delimiter, file).all();
        if (all.isEmpty()) {
            throw fault(file, skipped + 1, "has no header", "Give the names of the columns in the first line.");
        }
        var header = all.getFirst().fields();
        for (var row : all.subList(1, all.size())) {
            if (row.fields().size() != header.size()) {
                throw fault(
                        file,
                        row.line(),
                        "has %d fields; the header has %d"
                                .formatted(row.fields().size(), header.size()),
                        "Give each row as many fields as there are columns; put fields with '%s' in them in double quotes."
                                .formatted(delimiter == '\t' ? "tab" : String.valueOf(delimiter)));
            }
        }
        return new CsvTable(comments, header, all.subList(1, all.size()), delimiter);
    }

    /** Of tab, semicolon and comma the one that the header has most often. */
    private static char delimiter(String text, int at) {
        int end = text.indexOf('\n', at);
        var header = text.substring(at, end < 0 ? text.length() : end);
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {'\t', ';', ','}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    static Problem fault(String file, int line, String what, String remedy) {
        return new Problem(
                Kind.INVALID,
                "TABLE_BROKEN",
                "Line %d of '%s' %s.".formatted(line, file, what),
                remedy,
                Map.of("file", file, "line", String.valueOf(line)));
    }

    /** Cuts text into fields. */
    private static final class Fields {
        private final String text;
        private final char delimiter;
        private final String file;
        private final List<Row> rows = new ArrayList<>();
        private int at;
        private int line;

        Fields(String text, int at, int line, char delimiter, String file) {
            this.text = text;
            this.at = at;
            this.line = line;
            this.delimiter = delimiter;
            this.file = file;
        }

        List<Row> all() {
            while (at < text.length()) {
                int begin = line;
                var fields = new ArrayList<String>();
                do {
                    fields.add(field());
                    if (fields.size() > MAX_COLUMNS) {
                        throw fault(file, line, "has more than %d fields".formatted(MAX_COLUMNS), "Is this a table?");
                    }
                } while (taken(delimiter));
                if (at < text.length() && !taken('\n')) {
                    throw fault(file, line, "goes on after a closing quote", "Write a quote within a field twice.");
                }
                line++;
                boolean empty = fields.size() == 1 && fields.getFirst().isEmpty();
                boolean comment = fields.getFirst().startsWith("#") && !rows.isEmpty();
                if (!empty && !comment) {
                    rows.add(new Row(begin, fields));
                }
            }
            return rows;
        }

        private boolean taken(char c) {
            boolean here = at < text.length() && text.charAt(at) == c;
            at += here ? 1 : 0;
            return here;
        }

        private String field() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (taken('"')) {
                return quoted();
            }
            int begin = at;
            while (at < text.length() && text.charAt(at) != delimiter && text.charAt(at) != '\n') {
                at++;
            }
            return text.substring(begin, at).strip();
        }

        private String quoted() {
            int opened = line;
            var field = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"' && !taken('"')) {
                    while (at < text.length() && text.charAt(at) == ' ') {
                        at++;
                    }
                    return field.toString().strip();
                }
                field.append(c);
                line += c == '\n' ? 1 : 0;
            }
            throw fault(file, opened, "opens a quote that is never closed", "Close it, or remove it.");
        }
    }
}
