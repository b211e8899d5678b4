package io.brainwright.sim.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Tables as comma-separated values; numbers are written so that they read back to the same bits. */
public final class CsvFile {
    private CsvFile() {}

    /** One row of a table: its fields. */
    @FunctionalInterface
    public interface Rows {
        /** Fields of a row, numbers as {@code Double.toString} spells them. */
        String row(int index);
    }

    /**
     * Writes a table; the file appears whole or not at all.
     *
     * @param file replaced if it exists
     * @param header names of the columns
     * @param count number of rows
     * @param rows gives each row's fields, joined by commas
     */
    public static void write(Path file, List<String> header, int count, Rows rows) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = Files.newBufferedWriter(part)) {
                out.write(String.join(",", header.stream().map(CsvFile::quoted).toList()));
                out.write('\n');
                for (int i = 0; i < count; i++) {
                    out.write(rows.row(i));
                    out.write('\n');
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /** RFC 4180: a name with a comma, quote or line break stands in quotes. */
    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
