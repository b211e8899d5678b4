package io.brainwright.agents.notebook.compare;

import io.brainwright.agents.notebook.rerun.Verification.Result;
import io.brainwright.agents.notebook.verdict.Numbers;
import io.brainwright.agents.run.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison as text. */
public final class ComparisonText {
    private ComparisonText() {}

    /** Plans, datasets, numbers, verdicts; one line each. */
    public static List<String> of(Comparison c) {
        var lines = new ArrayList<String>();
        lines.add("A  " + c.a());
        lines.add("B  " + c.b());
        lines.add("");
        lines.add("PLAN (from A to B)");
        lines.addAll(c.planWords().isEmpty() ? List.of("  the same") : indented(c.planWords()));
        lines.add("");
        lines.add("DATASETS");
        for (var d : c.datasets()) {
            lines.add("  %-18s %s".formatted(d.label(), words(d.result(), d.why())));
        }
        lines.add("");
        lines.add("NUMBERS");
        if (c.measures().isEmpty()) {
            lines.add("  none was measured");
        }
        c.measures().forEach(pair -> lines.add("  " + line(pair)));
        lines.add("");
        lines.add("VERDICT");
        lines.add("  A  " + (c.verdictA() == null ? "none" : c.verdictA().words()));
        lines.add("  B  " + (c.verdictB() == null ? "none" : c.verdictB().words()));
        return lines;
    }

    private static String words(Result result, String why) {
        return switch (result) {
            case IDENTICAL -> "the same";
            case UNCHECKED -> "the same id; " + why;
            case OTHER_ROWS -> "the same id, but " + why;
            case OTHER_ID -> "different: " + why;
            case MISSING -> "only in A";
            case NEW -> "only in B";
        };
    }

    private static String line(Comparison.Pair pair) {
        return "%-20s %-12s %-12s%s A %s, B %s%s"
                .formatted(
                        pair.metric().replace('_', ' '),
                        pair.group(),
                        pair.variant(),
                        pair.under().isEmpty() ? "" : " at " + pair.under() + ":",
                        value(pair.a()),
                        value(pair.b()),
                        pair.difference() == null ? "" : change(pair.difference(), pair));
    }

    private static String change(double difference, Comparison.Pair pair) {
        if (difference == 0) {
            return "  (no change)";
        }
        var unit = pair.a() == null ? "" : Numbers.unit(pair.a().unit());
        return "  (B is %s%s %s)"
                .formatted(Numbers.text(Math.abs(difference)), unit, difference > 0 ? "higher" : "lower");
    }

    private static String value(@Nullable Measure m) {
        if (m == null) {
            return "not measured";
        }
        if (m.value() == null) {
            return "none";
        }
        var spread = m.spread();
        return Numbers.text(m.value())
                + Numbers.unit(m.unit())
                + (spread == null
                        ? ""
                        : " (%s %s over %d %s)"
                                .formatted(spread.kind(), Numbers.text(spread.value()), m.n(), spread.over()));
    }

    private static List<String> indented(List<String> lines) {
        return lines.stream().map(l -> "  " + l).toList();
    }
}
