package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.CostEstimate;
import io.brainwright.agents.plan.Plan;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A plan as a terminal shows it, at most 100 columns wide. */
public final class PlanText {
    private static final int WIDTH = 100;
    private static final double MINUTE_S = 60;
    private static final double GIGABYTE = 1e9;

    private final StringBuilder out = new StringBuilder();

    private PlanText() {}

    public static String render(Plan plan) {
        var text = new PlanText();
        text.line(
                "",
                "PLAN " + plan.hash().substring(0, 12) + "   "
                        + plan.hypothesis().text());
        text.line("", "from: " + plan.request());
        text.out.append("\nSTEPS\n");
        for (int i = 0; i < plan.steps().size(); i++) {
            var step = plan.steps().get(i);
            text.line("  %2d  %-22s ".formatted(i + 1, step.action()), words(step.params()));
        }
        plan.variants()
                .forEach(v -> text.line(
                        "      %-22s ".formatted("variant " + v.name()),
                        v.set().isEmpty()
                                ? "as above"
                                : v.set().toString().replaceAll("[{}]", "").replace("=[]", ": none")));
        text.out.append("\nASSUMED (you did not say these)\n");
        plan.assumptions().forEach(text::assumption);
        var cost = plan.estimate();
        if (cost != null) {
            text.cost(cost);
        }
        if (!plan.questions().isEmpty()) {
            text.out.append("\nOPEN\n");
            plan.questions().forEach(q -> text.line("  ", q));
        }
        return text.out.toString();
    }

    private void assumption(Assumption a) {
        var value = a.value().isString() ? a.value().asString() : a.value().toString();
        line("  ", "%s = %s%s".formatted(a.path(), value, a.unit().equals("1") ? "" : " " + a.unit()));
        line("      ", a.source() + (a.alternatives().isEmpty() ? "" : "; or " + String.join(", ", a.alternatives())));
    }

    private void cost(CostEstimate cost) {
        out.append("\nESTIMATE\n");
        var time = cost.seconds() < 2 * MINUTE_S
                ? "%.0f s".formatted(cost.seconds())
                : "%.0f min".formatted(cost.seconds() / MINUTE_S);
        line(
                "  ",
                String.format(
                        Locale.ROOT,
                        "time %s, memory %.1f GB, disk %.2f GB",
                        time,
                        cost.memory_bytes() / GIGABYTE,
                        cost.disk_bytes() / GIGABYTE));
        cost.notes().forEach(n -> line("  ", n));
    }

    private static String words(JsonNode params) {
        return params.toString().replaceAll("[{}\"]", "").replace(":", " ").replace(",", ", ");
    }

    /** Words wrapped at the width; further lines stand under the first. */
    private void line(String lead, String words) {
        var indent = " ".repeat(lead.length());
        var row = new StringBuilder(lead);
        for (var word : List.of(words.split(" "))) {
            if (row.length() + word.length() > WIDTH && row.length() > lead.length()) {
                out.append(row.toString().stripTrailing()).append('\n');
                row = new StringBuilder(indent);
            }
            row.append(word).append(' ');
        }
        out.append(row.toString().stripTrailing()).append('\n');
    }
}
