package io.brainwright.agents.notebook.export;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.Made;
import io.brainwright.agents.notebook.MarkdownText;
import io.brainwright.agents.notebook.Records;
import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The cells of a replay: what was asked and assumed, one cell for each dataset, the comparison of the ids, the pictures. */
final class ReplayCells {
    private final Entry entry;
    private final Plan plan;
    private final Findings findings;
    private final JupyterNotebook notebook;
    private final Map<String, String> names = new HashMap<>();

    ReplayCells(Entry entry, JupyterNotebook notebook) {
        this.entry = entry;
        this.plan = entry.plan();
        this.findings = entry.findings();
        this.notebook = notebook;
    }

    void write() {
        if (findings.datasets().stream().anyMatch(d -> d.stage().isEmpty())) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "ENTRY_WITHOUT_REQUESTS",
                    "The entry %s does not remember how its datasets were asked for.".formatted(entry.name()),
                    "Run it again, so that it does: 'brainwright notebook rerun %s'.".formatted(entry.name()),
                    Map.of("entry", entry.name()));
        }
        notebook.markdown(opening());
        notebook.markdown(assumptions());
        notebook.markdown(text("connect.md"));
        notebook.code(text("connect.py"));
        notebook.markdown(steps());
        for (var dataset : findings.datasets()) {
            build(dataset);
        }
        notebook.markdown(
                "## The same bytes\n\nAn id is the hash of the request and of everything that it stands on; the "
                        + "checksum of the rows tells that the contents are the same too.");
        notebook.code(recorded() + text("compare.py"));
        pictures();
    }

    private String opening() {
        var text = new StringBuilder("# " + MarkdownText.of(plan.hypothesis().text()) + "\n\n");
        text.append("> ").append(MarkdownText.of(plan.request())).append("\n\n");
        var prediction = plan.hypothesis().prediction();
        if (prediction != null) {
            text.append("**Predicted:** ").append(MarkdownText.of(prediction)).append("\n\n");
        }
        if (findings.verdict() != null) {
            text.append("**Verdict of the recorded run:** ")
                    .append(MarkdownText.of(findings.verdict().words()))
                    .append("\n\n");
        }
        findings.words()
                .forEach(words ->
                        text.append("- ").append(MarkdownText.of(words)).append('\n'));
        return text.append("\nPlan `").append(findings.plan()).append("`.").toString();
    }

    private String assumptions() {
        var text = new StringBuilder("## Assumptions\n\n| what | value | source |\n|---|---|---|\n");
        for (var a : plan.assumptions()) {
            text.append("| %s | %s %s | %s |\n"
                    .formatted(
                            MarkdownText.code(a.path()),
                            MarkdownText.of(a.value().toString()),
                            a.unit().equals("1") ? "" : a.unit(),
                            MarkdownText.of(a.source())));
        }
        return text.toString();
    }

    private String steps() {
        var text = new StringBuilder("## The plan, step by step\n\n| step | action | parameters |\n|---|---|---|\n");
        plan.steps()
                .forEach(s -> text.append("| %s | %s | %s |\n"
                        .formatted(
                                MarkdownText.of(s.id()),
                                s.action(),
                                MarkdownText.code(s.params().toString()))));
        return text.append("\nEach cell below sends one typed request and names the dataset that comes back. "
                        + "Numbers that the plan left open stand in it with the value that was used. "
                        + "Change one, and the ids from there on are others.")
                .toString();
    }

    private void build(Made dataset) {
        var name = PythonText.name(dataset.label());
        int twice = 2;
        var unique = name;
        while (names.containsValue(unique)) {
            unique = name + "_" + twice++;
        }
        var request = PythonText.literal(shown(dataset.request()), names);
        names.put(dataset.id(), unique);
        notebook.code("# %s\n%s = bw.build(\"%s\", %s)\nprint(%s)"
                .formatted(dataset.label().replace('\n', ' '), unique, dataset.stage(), request, unique));
    }

    /** Empty lists say nothing: a list has no presence of its own. */
    private static JsonNode shown(JsonNode request) {
        var copy = request.deepCopy();
        if (copy instanceof ObjectNode object) {
            var empty = object.properties().stream()
                    .filter(e -> e.getValue().isArray() && e.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            object.remove(empty);
        }
        return copy;
    }

    private String recorded() {
        var text = new StringBuilder("recorded = {\n");
        for (var d : findings.datasets()) {
            text.append("    %s: (%s, %s),\n"
                    .formatted(
                            PythonText.quoted(Objects.requireNonNull(names.get(d.id()))),
                            PythonText.quoted(d.id()),
                            Records.line(d.rowHash())));
        }
        text.append("}\nmade = {");
        text.append(String.join(
                ", ",
                findings.datasets().stream()
                        .map(d -> Objects.requireNonNull(names.get(d.id())))
                        .map(n -> PythonText.quoted(n) + ": " + n)
                        .toList()));
        return text.append("}\n").toString();
    }

    private void pictures() {
        var runs = findings.datasets().stream()
                .filter(d -> d.stage().equals("sim"))
                .toList();
        if (!runs.isEmpty()) {
            notebook.markdown("## Activity");
            notebook.code(text("raster.py").replace("\"{{runs}}\"", variables(runs)));
        }
        if (findings.measures().stream().anyMatch(m -> m.value() != null)) {
            notebook.markdown("## What the recorded run measured");
            notebook.code("measures = %s\n%s"
                    .formatted(
                            "brainwright.read_json(" + PythonText.quoted(Records.line(findings.measures())) + ")",
                            text("finding.py")));
        }
    }

    /** {"sim": (sim, placement)}: each run with the cells that it ran on. */
    private String variables(List<Made> runs) {
        return "{"
                + String.join(
                        ", ",
                        runs.stream()
                                .map(d -> "%s: (%s, %s)"
                                        .formatted(
                                                PythonText.quoted(d.label()),
                                                names.get(d.id()),
                                                names.get(d.request()
                                                        .path("cells")
                                                        .path("id")
                                                        .asString())))
                                .toList())
                + "}";
    }

    private static String text(String file) {
        try (var in = Objects.requireNonNull(ReplayCells.class.getResourceAsStream("cells/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
