package io.brainwright.agents.planner;

import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.CostEstimate;
import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.text.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text of a reply: what was understood first, what cannot run before the plan, what was ignored. */
final class Notes {
    private static final double GIGABYTE = 1e9;
    private static final double MINUTE_S = 60;
    private static final double HOUR_S = 3600;

    private final Utterance u;
    private final Language language;
    private final WorkspaceView workspace;

    Notes(Utterance utterance, WorkspaceView workspace) {
        this.u = utterance;
        this.language = utterance.language();
        this.workspace = workspace;
    }

    String plan(Plan plan, String understood, List<FieldFault> unavailable, @Nullable Double budget_s) {
        var text = new StringBuilder();
        unavailable(unavailable, text);
        text.append(Replies.say(language, "read_as", understood)).append('\n');
        injections(plan, text);
        var cost = plan.estimate();
        if (budget_s != null && cost != null) {
            text.append(Replies.say(language, "budget", time(budget_s), time(cost.seconds())))
                    .append('\n');
        }
        text.append(PlanText.render(plan, language));
        text.append(Replies.say(language, "awaits"));
        return text.toString();
    }

    String answer(Plan plan, String understood, List<FieldFault> unavailable, Defaults defaults, TissueFacts facts) {
        var text = new StringBuilder();
        text.append(Replies.say(language, "read_as", understood)).append('\n');
        injections(plan, text);
        var estimates = plan.steps("estimate");
        if (estimates.isEmpty()) {
            text.append(Replies.say(language, "answer.lookup"))
                    .append(' ')
                    .append(Replies.say(language, "answer.sources"));
        } else {
            text.append(Estimates.of(estimates.getFirst().params(), u, defaults, facts, workspace));
        }
        if (!unavailable.isEmpty()) {
            text.append('\n');
            unavailable(unavailable, text);
        }
        plan.questions().forEach(q -> text.append('\n').append(q));
        return text.toString();
    }

    private void unavailable(List<FieldFault> unavailable, StringBuilder text) {
        if (!unavailable.isEmpty()) {
            text.append(Replies.say(language, "unavailable")).append('\n');
            unavailable.forEach(f -> text.append("  ")
                    .append(f.field())
                    .append(language == Language.ENGLISH ? ": " + f.fault() : "")
                    .append('\n'));
        }
    }

    /** Files that the plan reads and whose text gives orders: told, never followed. */
    private void injections(Plan plan, StringBuilder text) {
        workspace.quotes().forEach((file, quote) -> {
            boolean read =
                    plan.steps().stream().anyMatch(s -> s.params().toString().contains(file))
                            || u.text().contains(file);
            if (read && Injections.in(quote)) {
                text.append(Replies.say(language, "ignored_instructions", file)).append('\n');
            }
        });
    }

    static String time(double seconds) {
        return seconds < 2 * MINUTE_S
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : seconds < 2 * HOUR_S
                        ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE_S)
                        : String.format(Locale.ROOT, "%.0f h", seconds / HOUR_S);
    }

    static String line(CostEstimate cost, Language language) {
        return Replies.say(
                language,
                "estimate_line",
                time(cost.seconds()),
                String.format(Locale.ROOT, "%.1f", cost.memory_bytes() / GIGABYTE),
                String.format(Locale.ROOT, "%.2f", cost.disk_bytes() / GIGABYTE));
    }
}
