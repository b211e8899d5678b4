package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes a study's folder. */
public final class Notebook {
    private static final int SLUG = 48;
    private static final int HASH = 8;

    private Notebook() {}

    /** The folder of a plan's study: {@code studies/<date>-<slug>-<hash8>}. */
    public static Path folder(Path workspace, Plan plan, LocalDate date) {
        var words = Normalizer.normalize(plan.request(), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var slug = words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var brief = slug.length() <= SLUG ? slug : slug.substring(0, Math.max(1, slug.lastIndexOf('-', SLUG)));
        return workspace
                .resolve("studies")
                .resolve(date + "-" + brief + "-" + plan.hash().substring(0, HASH));
    }

    /** Writes the plan before it runs: request.md and plan.json. */
    public static void writePlan(Path study, Plan plan) {
        write(study.resolve("request.md"), plan.request() + "\n");
        write(study.resolve("plan.json"), PlanJson.pretty(plan));
    }

    /** Writes the whole entry after a run. */
    public static Path write(Path study, RunResult result) {
        writePlan(study, result.plan());
        var findings = JsonNodeFactory.instance.objectNode();
        findings.put("plan", result.plan().hash());
        var datasets = findings.putObject("datasets");
        result.datasets().forEach(datasets::put);
        var lines = findings.putArray("findings");
        result.findings().forEach(lines::add);
        write(study.resolve("findings.json"), findings.toPrettyString() + "\n");
        var notebook = study.resolve("notebook.md");
        write(notebook, page(study, result));
        return notebook;
    }

    private static String page(Path study, RunResult result) {
        var plan = result.plan();
        var page = new StringBuilder(
                "# %s\n\n> %s\n\n## Finding\n\n".formatted(plan.hypothesis().text(), plan.request()));
        result.findings().forEach(f -> page.append("- ").append(f).append('\n'));
        result.pictures().forEach(p -> page.append("\n![%s](%s)\n".formatted(p.title(), p.file())));
        page.append("\n## Plan\n\nHash `%s`\n\n| step | action | parameters |\n|---|---|---|\n".formatted(plan.hash()));
        plan.steps()
                .forEach(s -> page.append("| %s | %s | %s |\n"
                        .formatted(s.id(), s.action(), cell(s.params().toString()))));
        plan.variants()
                .forEach(v -> page.append("\nVariant **%s**: %s\n"
                        .formatted(v.name(), v.set().isEmpty() ? "as planned" : "`" + v.set() + "`")));
        page.append("\n## Assumptions\n\n| value | is | source | alternatives |\n|---|---|---|---|\n");
        plan.assumptions().forEach(a -> page.append(assumption(a)));
        page.append("\n## Datasets\n\n| name | id |\n|---|---|\n");
        result.datasets().forEach((name, id) -> page.append("| %s | `%s` |\n".formatted(name, id)));
        page.append(
                "\n## Run it again\n\n    ./brainwright notebook rerun %s --verify\n".formatted(study.getFileName()));
        return page.toString();
    }

    private static String assumption(Assumption a) {
        var value = a.value().isString() ? a.value().asString() : a.value().toString();
        return "| %s | %s%s | %s | %s |\n"
                .formatted(
                        a.path(),
                        cell(value),
                        a.unit().equals("1") ? "" : " " + a.unit(),
                        cell(a.source()),
                        cell(String.join("; ", a.alternatives())));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
