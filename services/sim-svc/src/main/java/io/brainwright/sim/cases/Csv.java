package io.brainwright.sim.cases;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A table of numbers with a header line; what is not a number (nan, missing) is NaN.
 *
 * @param path where it lies
 * @param header column names
 * @param rows cells as text
 */
record Csv(Path path, List<String> header, List<String[]> rows) {
    static Csv read(Path path) {
        try {
            var lines = Files.readAllLines(path);
            var rows = lines.stream()
                    .skip(1)
                    .filter(l -> !l.isBlank())
                    .map(l -> l.split(",", -1))
                    .toList();
            return new Csv(path, List.of(lines.get(0).split(",")), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    double[] column(String name) {
        int c = header.indexOf(name);
        if (c < 0) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_SUCH_COLUMN",
                    "%s has no column '%s'.".formatted(path, name),
                    "It has %s.".formatted(header),
                    Map.of("path", path.toString(), "column", name));
        }
        return rows.stream().mapToDouble(r -> number(r[c])).toArray();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
