package io.brainwright.agents.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A report as a terminal shows it, and as JSON. */
public final class ReportText {
    private static final List<Score> COLUMNS = List.of(
            Score.OUTCOME, Score.STEP_RECALL, Score.STEP_ORDER, Score.STEP_PRECISION, Score.PARAMETERS, Score.FIDELITY);
    private static final Map<String, Function<Item, String>> GROUPS = groups();

    private ReportText() {}

    /** Every number, then the main ones by group. */
    public static String table(Report report, Bars bars) {
        var out = new StringBuilder();
        line(
                out,
                "%d turns, median %.1f ms of CPU time, longest %.0f ms",
                report.turns().size(),
                report.median_ms(),
                report.longest_ms());
        report.counts().forEach((score, count) -> {
            var bar = bars.of(score);
            line(
                    out,
                    "%-38s %4d / %4d  %6.1f %%%s",
                    score.words(),
                    count.right(),
                    count.of(),
                    count.share() * 100,
                    bar == null ? "" : bar(count, bar));
        });
        GROUPS.forEach((name, group) -> {
            line(out, "");
            line(
                    out,
                    "%-12s %5s %9s %9s %9s %9s %9s %9s",
                    name,
                    "turns",
                    "outcome",
                    "recall",
                    "order",
                    "precision",
                    "params",
                    "fidelity");
            report.by(group).forEach((value, part) -> {
                var row = new StringBuilder(String.format(
                        Locale.ROOT, "%-12s %5d", value, part.turns().size()));
                COLUMNS.forEach(score -> row.append(cell(part.count(score))));
                line(out, "%s", row);
            });
        });
        return out.toString();
    }

    /** Everything that was wrong: what was said, what was expected, what came. */
    public static String failures(Report report) {
        var out = new StringBuilder();
        for (var turn : report.failed()) {
            line(
                    out,
                    "%s turn %d (%s): %s",
                    turn.item().id(),
                    turn.turn(),
                    turn.item().language(),
                    turn.user());
            line(out, "    came: %s", turn.came());
            for (var mark : turn.failures()) {
                line(
                        out,
                        "    %-36s expected %s | came %s",
                        mark.score().words(),
                        mark.expected(),
                        oneLine(mark.came()));
            }
        }
        return out.toString();
    }

    private static Map<String, Function<Item, String>> groups() {
        var groups = new LinkedHashMap<String, Function<Item, String>>();
        groups.put("category", Item::category);
        groups.put("level", item -> String.valueOf(item.level()));
        groups.put("language", Item::language);
        return groups;
    }

    private static String bar(Report.Count count, double bar) {
        return String.format(Locale.ROOT, "   bar %3.0f %% %s", bar * 100, count.share() >= bar ? "holds" : "MISSED");
    }

    private static String cell(Report.Count count) {
        return count.of() == 0 ? "         -" : String.format(Locale.ROOT, " %7.1f %%", count.share() * 100);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static void line(StringBuilder out, String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values).stripTrailing()).append('\n');
    }
}
