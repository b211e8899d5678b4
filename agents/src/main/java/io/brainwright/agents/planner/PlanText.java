package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.CostEstimate;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.plan.StudyStage;
import io.brainwright.neuro.text.Language;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A plan as a terminal shows it, at most 100 columns wide. */
public final class PlanText {
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();

    private final Language language;

    private PlanText(Language language) {
        this.language = language;
    }

    public static String render(Plan plan) {
        return render(plan, Language.ENGLISH);
    }

    /** The plan with headings in a language. */
    public static String render(Plan plan, Language language) {
        var text = new PlanText(language);
        boolean asked = plan.hypothesis().text().equals(plan.request());
        text.line(
                "",
                text.say("plan") + " " + plan.hash().substring(0, 12) + "   "
                        + (asked ? "" : plan.hypothesis().text()));
        text.line("", text.say("from") + " " + plan.request());
        text.prediction(plan);
        text.heading("steps");
        text.steps(StudyStage.inOrder(plan));
        plan.variants()
                .forEach(v -> text.line(
                        "      %-22s ".formatted(Replies.say(language, "variant", v.name())),
                        v.set().isEmpty()
                                ? text.say("as_above")
                                : v.set().toString().replaceAll("[{}]", "").replace("=[]", ": " + text.say("none"))));
        if (!plan.assumptions().isEmpty()) {
            text.heading("assumed");
            plan.assumptions().forEach(text::assumption);
        }
        var cost = plan.estimate();
        if (cost != null) {
            text.cost(cost);
        }
        if (!plan.questions().isEmpty()) {
            text.heading("open");
            plan.questions().forEach(q -> text.line("  ", q));
        }
        return text.out.toString();
    }

    /** By stage, where there are several. */
    private void steps(List<Step> steps) {
        boolean several = steps.stream()
                        .flatMap(s -> StudyStage.of(s.action()).stream())
                        .distinct()
                        .count()
                > 1;
        var last = Optional.<StudyStage>empty();
        for (int i = 0; i < steps.size(); i++) {
            var stage = StudyStage.of(steps.get(i).action());
            if (several && stage.isPresent() && !stage.equals(last)) {
                line("  ", say(stage.get().key()));
                last = stage;
            }
            line(
                    "  %2d  %-22s ".formatted(i + 1, steps.get(i).action()),
                    words(steps.get(i).params()));
        }
    }

    private void assumption(Assumption a) {
        var value = a.value().isString() ? a.value().asString() : a.value().toString();
        line("  ", "%s = %s%s".formatted(a.path(), value, a.unit().equals("1") ? "" : " " + a.unit()));
        line("      ", Sources.told(a, language));
    }

    private void prediction(Plan plan) {
        var prediction = plan.hypothesis().prediction();
        if (prediction != null) {
            line("", say("hypothesis") + ": " + prediction);
        }
    }

    private void heading(String key) {
        out.append('\n').append(say(key)).append('\n');
    }

    private String say(String key) {
        return Replies.say(language, key);
    }

    private void cost(CostEstimate cost) {
        heading("estimate");
        line("  ", Notes.line(cost, language));
        if (language == Language.ENGLISH) {
            cost.notes().forEach(n -> line("  ", n));
        }
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
