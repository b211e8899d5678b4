package io.brainwright.studio.cli;

import io.brainwright.agents.run.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers as a table in text: a heading with the unit for each metric, a row for each group. */
final class MeasureTable {
    private static final int MOST_ROWS = 60;
    private static final MathContext DIGITS = new MathContext(6);

    private MeasureTable() {}

    static List<String> lines(List<Measure> measures) {
        Map<String, List<Measure>> tables = new LinkedHashMap<>();
        for (var m : measures) {
            var under = m.variant().isEmpty() || m.variant().equals("run") ? "" : ", " + m.variant();
            var unit = m.unit().equals("1") ? "" : " (" + m.unit() + ")";
            tables.computeIfAbsent(m.metric().replace('_', ' ') + under + unit, _ -> new ArrayList<>())
                    .add(m);
        }
        var lines = new ArrayList<String>();
        tables.forEach((heading, rows) -> {
            lines.add(heading);
            int width = rows.stream().mapToInt(m -> m.group().length()).max().orElse(0);
            int digits = rows.stream().mapToInt(m -> value(m).length()).max().orElse(0);
            rows.stream()
                    .limit(MOST_ROWS)
                    .forEach(m -> lines.add(("  %-" + Math.max(1, width) + "s  %" + digits + "s%s")
                            .formatted(m.group(), value(m), spread(m))));
            if (rows.size() > MOST_ROWS) {
                lines.add("  and %d more; --json gives all".formatted(rows.size() - MOST_ROWS));
            }
        });
        return lines;
    }

    private static String value(Measure m) {
        return m.value() == null ? "none" : number(m.value());
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }

    private static String spread(Measure m) {
        var spread = m.spread();
        return spread == null
                ? ""
                : "  ± %s (%s over %s, n = %d)".formatted(number(spread.value()), spread.kind(), spread.over(), m.n());
    }
}
