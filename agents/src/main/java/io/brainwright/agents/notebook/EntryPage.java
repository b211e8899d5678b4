package io.brainwright.agents.notebook;

import io.brainwright.agents.notebook.verdict.Numbers;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.JsonDiff;
import io.brainwright.agents.plan.PatchWords;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.StudyStage;
import io.brainwright.agents.planner.Replies;
import io.brainwright.agents.run.Measure;
import io.brainwright.neuro.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;

/** An entry as a page of Markdown: what was asked, what came out, and everything that it rests on. */
final class EntryPage {
    private static final int MOST_MEASURES = 60;

    private final List<Plan> versions;
    private final Plan plan;
    private final Findings findings;
    private final List<RunLine> runs;
    private final String sensitivity;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param versions of the plan, the one that ran last
     * @param sensitivity the section on which assumptions matter; empty where that was not asked
     */
    EntryPage(List<Plan> versions, Findings findings, List<RunLine> runs, String sensitivity) {
        this.versions = versions;
        this.plan = versions.getLast();
        this.findings = findings;
        this.runs = runs;
        this.sensitivity = sensitivity;
    }

    String markdown() {
        line("# " + MarkdownText.of(plan.hypothesis().text()));
        line("> " + request(plan.request()));
        hypothesis();
        line("## Finding");
        findings.words()
                .forEach(words ->
                        text.append("- ").append(MarkdownText.of(words)).append('\n'));
        text.append('\n');
        for (var picture : findings.pictures()) {
            line("![%s](%s)".formatted(picture.replace(".png", ""), picture.replace(" ", "%20")));
        }
        numbers();
        text.append(sensitivity);
        plan();
        assumptions();
        text.append(Generalised.section(plan));
        data();
        log();
        again();
        return text.toString().stripTrailing() + "\n";
    }

    /** The words in a quotation; they stand in it unchanged where they hold nothing that Markdown would take for markup. */
    private static String request(String words) {
        return words.lines()
                .map(MarkdownText::of)
                .reduce((a, b) -> a + "\n> " + b)
                .orElse("");
    }

    private void hypothesis() {
        var prediction = plan.hypothesis().prediction();
        if (prediction != null) {
            line("**Predicted:** " + MarkdownText.of(prediction));
        }
        if (findings.verdict() != null) {
            line("**Verdict:** " + MarkdownText.of(findings.verdict().words()));
        }
    }

    private void numbers() {
        if (findings.measures().isEmpty()) {
            return;
        }
        line("## Numbers");
        boolean swept = findings.measures().stream().anyMatch(m -> !m.under().isEmpty());
        text.append("| metric | of | variant |%s value | spread | n |\n|---|---|---|%s---:|---|---:|\n"
                .formatted(swept ? " under |" : "", swept ? "---|" : ""));
        findings.measures().stream().limit(MOST_MEASURES).forEach(m -> text.append(row(m, swept)));
        text.append('\n');
        if (findings.measures().size() > MOST_MEASURES) {
            line("%d of %d numbers; all of them stand in [findings.json](findings.json)."
                    .formatted(MOST_MEASURES, findings.measures().size()));
        }
    }

    private static String row(Measure m, boolean swept) {
        var spread = m.spread();
        var under = new ArrayList<String>();
        new TreeMap<>(m.under()).forEach((path, value) -> under.add(path + " = " + value));
        return "| %s | %s | %s |%s %s | %s | %d |\n"
                .formatted(
                        MarkdownText.of(m.metric().replace('_', ' ')),
                        MarkdownText.of(m.group()),
                        MarkdownText.of(m.variant()),
                        swept ? " " + MarkdownText.of(String.join(", ", under)) + " |" : "",
                        m.value() == null ? "none" : Numbers.text(m.value()) + Numbers.unit(m.unit()),
                        spread == null
                                ? "none"
                                : "%s %s over %s".formatted(spread.kind(), Numbers.text(spread.value()), spread.over()),
                        m.n());
    }

    private void plan() {
        line("## Plan");
        line("Hash `%s`, version %d.".formatted(plan.hash(), plan.version()));
        text.append("| stage | step | action | parameters |\n|---|---|---|---|\n");
        for (var step : StudyStage.inOrder(plan)) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            StudyStage.of(step.action())
                                    .map(s -> Replies.say(Language.ENGLISH, s.key()))
                                    .orElse(""),
                            MarkdownText.of(step.id()),
                            step.action(),
                            MarkdownText.code(step.params().toString())));
        }
        text.append('\n');
        if (!plan.variants().isEmpty()) {
            line("Run as: "
                    + String.join(
                            ", ",
                            plan.variants().stream()
                                    .map(v -> v.name()
                                            + (v.set().isEmpty()
                                                    ? ""
                                                    : " with " + MarkdownText.code(new TreeMap<>(v.set()).toString())))
                                    .toList())
                    + ".");
        }
        if (versions.size() > 1) {
            line("### How the plan came about");
            for (int i = 1; i < versions.size(); i++) {
                var before = tree(versions.get(i - 1));
                var words = PatchWords.of(before, JsonDiff.between(before, tree(versions.get(i))));
                text.append("- Version %d: %s.\n"
                        .formatted(versions.get(i).version(), MarkdownText.of(String.join("; ", words))));
            }
            text.append('\n');
        }
        plan.questions()
                .forEach(question -> text.append("- Open: ")
                        .append(MarkdownText.of(question))
                        .append('\n'));
        text.append(plan.questions().isEmpty() ? "" : "\n");
    }

    private static tools.jackson.databind.node.ObjectNode tree(Plan plan) {
        return PlanHistory.tree(plan);
    }

    private void assumptions() {
        if (plan.assumptions().isEmpty()) {
            return;
        }
        line("## Assumptions");
        line("What you did not say, and where it comes from.");
        text.append("| what | value | source | instead |\n|---|---|---|---|\n");
        plan.assumptions().forEach(a -> text.append(row(a)));
        text.append('\n');
    }

    private static String row(Assumption a) {
        return "| %s | %s%s | %s | %s |\n"
                .formatted(
                        MarkdownText.code(a.path()),
                        MarkdownText.of(
                                a.value().isString()
                                        ? a.value().asString()
                                        : a.value().toString()),
                        Numbers.unit(a.unit()),
                        MarkdownText.of(a.source()),
                        MarkdownText.of(String.join("; ", a.alternatives())));
    }

    private void data() {
        line("## Data");
        text.append("| what | dataset | rows | MB | checksum of its rows |\n|---|---|---:|---:|---|\n");
        for (var d : findings.datasets()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.1f | %s |\n",
                    MarkdownText.of(d.label()),
                    MarkdownText.code(d.id()),
                    d.allRows(),
                    d.bytes() / 1e6,
                    checksums(d)));
        }
        text.append('\n');
        if (findings.circuit() != null) {
            line("Released as SONATA: [circuit_config.json](%s)"
                    .formatted(findings.circuit().replace(" ", "%20")));
        }
    }

    private static String checksums(Made d) {
        return d.rowHash().isEmpty()
                ? "not known"
                : String.join(
                        ", ",
                        new TreeMap<>(d.rowHash())
                                .entrySet().stream()
                                        .map(e -> e.getKey() + " " + MarkdownText.code(e.getValue()))
                                        .toList());
    }

    private void log() {
        line("## Runs");
        text.append(
                "| when | who | seconds | datasets | from the catalogue | verdict |\n|---|---|---:|---:|---:|---|\n");
        for (var run : runs) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %d | %d | %s |\n",
                    run.time(),
                    MarkdownText.of(run.who()),
                    run.seconds(),
                    run.datasets().size(),
                    run.fromCatalogue(),
                    Objects.requireNonNullElse(run.outcome(), "none").toLowerCase(Locale.ROOT)));
        }
        text.append('\n');
    }

    private void again() {
        line("## Again");
        line("The same plan gives the same bytes; this proves it:");
        line("```sh\nbrainwright notebook rerun %s --verify\n```"
                .formatted(plan.hash().substring(0, 8)));
    }

    private void line(String paragraph) {
        text.append(paragraph).append("\n\n");
    }
}
