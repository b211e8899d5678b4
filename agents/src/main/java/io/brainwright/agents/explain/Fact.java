package io.brainwright.agents.explain;

import io.brainwright.fabric.dataset.Manifest;
import java.util.Locale;

/**
 * A number that was read from the workspace.
 *
 * @param words what it is
 * @param value the number
 * @param unit SI spelling, "1" where it has none
 * @param source dataset and table, and what its column says of where it comes from
 */
public record Fact(String words, double value, String unit, String source) {
    /** A value of a column. */
    static Fact of(String words, double value, Manifest dataset, String table, String column) {
        var schema = dataset.table(table);
        var meant = schema.columns().get(schema.indexOf(column));
        return new Fact(
                words,
                value,
                meant.unit(),
                "%s %s, %s.%s; %s".formatted(dataset.stage(), dataset.id().brief(), table, column, meant.source()));
    }

    /** A count of rows. */
    static Fact count(String words, long value, Manifest dataset, String table) {
        return new Fact(
                words,
                value,
                "1",
                "%s %s, rows of %s".formatted(dataset.stage(), dataset.id().brief(), table));
    }

    /** For people: "delay 0.83 ms [connectome 1a2b, ...]". */
    String line() {
        var number = value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
        return "%s: %s%s  [%s]".formatted(words, number, unit.equals("1") ? "" : " " + unit, source);
    }
}
