package io.brainwright.library.model.trace;

import io.brainwright.library.model.table.CsvTable;
import io.brainwright.library.model.table.Numbers;
import io.brainwright.library.model.trace.Channel.Quantity;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Unit;
import io.brainwright.neuro.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recordings as CSV: a column of times, then a column for each channel, units in the header: {@code time_ms,soma (mV),I [pA]}.
 */
public final class CsvRecording {
    private static final Pattern HEADED =
            Pattern.compile("(.*?)\\s*[(\\[]\\s*([^)\\]]+?)\\s*[)\\]]\\s*|(.+)[_/ ]([^_/ ]+)");
    private static final int MAX_ODD = 10;

    private CsvRecording() {}

    /** A column's name and unit. */
    private record Head(String name, Unit unit) {}

    /** Whether the first column of a table is one of times. */
    public static boolean isRecording(CsvTable table) {
        return head(table.header().getFirst())
                .filter(h -> h.unit().dimension() == Dimension.TIME)
                .isPresent();
    }

    /**
     * Reads a recording.
     *
     * @throws Problem INVALID with line and column of what is wrong
     */
    public static Recording read(CsvTable table, String file) {
        if (!isRecording(table)) {
            throw new Problem(
                    Kind.INVALID,
                    "TABLE_NEEDS_MAPPING",
                    "The first column of '%s', '%s', is no time with its unit."
                            .formatted(file, table.header().getFirst()),
                    "For a recording write 'time_ms' or 'time (s)'; for a table of values give a mapping (--mapping FILE.yaml).",
                    Map.of("file", file, "column", table.header().getFirst()));
        }
        var odd = new ArrayList<String>();
        var skipped = new ArrayList<String>();
        double[] times =
                column(table, 0, head(table.header().getFirst()).orElseThrow().unit(), file, odd, false);
        int backwards = Sampling.firstBackwards(times);
        if (backwards >= 0) {
            throw wrong(
                    file,
                    table.rows().get(backwards).line(),
                    table.header().getFirst(),
                    "the time %s ms is not later than the one before".formatted(Brief.number(times[backwards])));
        }
        double interval = Sampling.interval_ms(times);
        if (Double.isNaN(interval) && times.length > 1) {
            odd.add("The times are not even; they are kept as they are.");
        }
        var channels = new ArrayList<Channel>();
        for (int c = 1; c < table.header().size(); c++) {
            var head = head(table.header().get(c));
            var quantity = head.flatMap(h -> quantity(h.unit()));
            if (head.isEmpty() || quantity.isEmpty()) {
                skipped.add("column '%s': its header tells no unit of voltage or current, such as 'soma (mV)'"
                        .formatted(table.header().get(c)));
                continue;
            }
            double[] values = column(table, c, head.get().unit(), file, odd, true);
            channels.add(new Channel(head.get().name(), quantity.get(), "", interval, times, values));
        }
        if (channels.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "RECORDING_WITHOUT_CHANNELS",
                    "'%s' has times and no channel with a unit of voltage or current.".formatted(file),
                    "Write units into the header: 'soma (mV)', 'I (pA)'.",
                    Map.of("file", file, "header", String.join(", ", table.header())));
        }
        return new Recording(channels, table.comments(), odd, skipped);
    }

    private static Optional<Head> head(String words) {
        var found = HEADED.matcher(words.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var name = found.group(1) != null ? found.group(1) : found.group(3);
        var unit = found.group(2) != null ? found.group(2) : found.group(4);
        return Units.find(unit).map(u -> new Head(name.isBlank() ? words : name, u));
    }

    private static Optional<Quantity> quantity(Unit unit) {
        return switch (unit.dimension()) {
            case VOLTAGE -> Optional.of(Quantity.VOLTAGE);
            case CURRENT -> Optional.of(Quantity.CURRENT);
            default -> Optional.empty();
        };
    }

    private static double[] column(
            CsvTable table, int column, Unit unit, String file, List<String> odd, boolean mayMiss) {
        double[] values = new double[table.rows().size()];
        int missing = 0;
        for (int r = 0; r < values.length; r++) {
            var row = table.rows().get(r);
            var field = row.fields().get(column);
            var number = Numbers.read(field, table.delimiter() != ',');
            if (number.isPresent()) {
                values[r] = unit.canonical(BigDecimal.valueOf(number.getAsDouble()));
            } else if (mayMiss && Numbers.isMissing(field)) {
                values[r] = Double.NaN;
                missing++;
            } else {
                throw wrong(
                        file,
                        row.line(),
                        table.header().get(column),
                        "'%s' is no number".formatted(field.substring(0, Math.min(40, field.length()))));
            }
        }
        if (missing > 0 && odd.size() < MAX_ODD) {
            odd.add("Column '%s' has %d empty cells; they are kept as not a number."
                    .formatted(table.header().get(column), missing));
        }
        return values;
    }

    private static Problem wrong(String file, int line, String column, String what) {
        return new Problem(
                Kind.INVALID,
                "RECORDING_BROKEN",
                "'%s', line %d, column '%s': %s.".formatted(file, line, column, what),
                "Mend that cell.",
                Map.of("file", file, "line", String.valueOf(line), "column", column));
    }
}
