package io.brainwright.agents.notebook;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The lab notebook of a workspace: one folder of plain files per study. */
public final class Notebook {
    private static final int SLUG_LENGTH = 40;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path studies;

    /**
     * @param workspace folder of the scientist's work
     */
    public Notebook(Path workspace) {
        this.studies = workspace.resolve("studies");
    }

    /**
     * Folder of a plan's study: the date of its first run, its words, the first digits of its hash. A plan that ran before
     * keeps its folder, whatever the date.
     */
    public Path folder(Plan plan, LocalDate today) {
        var ending = "-" + slug(plan.request()) + "-" + plan.hash().substring(0, 8);
        if (Files.isDirectory(studies)) {
            try (var folders = Files.list(studies)) {
                var known = folders.filter(f -> f.getFileName().toString().endsWith(ending))
                        .findFirst();
                if (known.isPresent()) {
                    return known.get();
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return studies.resolve(today + ending);
    }

    /** Writes the entry: request.md, plan.json, findings.json, notebook.md. */
    public Path write(Path folder, Plan plan, RunResult run) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("request.md"), plan.request() + "\n");
            Files.writeString(folder.resolve("plan.json"), PlanJson.pretty(plan));
            Files.writeString(folder.resolve("findings.json"), JSON.writeValueAsString(findings(plan, run)) + "\n");
            var entry = folder.resolve("notebook.md");
            Files.writeString(entry, markdown(folder, plan, run));
            return entry;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, Object> findings(Plan plan, RunResult run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("plan", plan.hash());
        tree.put("finding", Finding.tree(run));
        Map<String, String> ids = new LinkedHashMap<>();
        run.datasets().forEach(d -> ids.put(d.stage(), d.id()));
        tree.put("datasets", ids);
        return tree;
    }

    private static String markdown(Path folder, Plan plan, RunResult run) {
        var text = new StringBuilder();
        text.append("# ").append(plan.hypothesis().text()).append("\n\n");
        text.append("> ").append(plan.request()).append("\n\n");
        text.append("## Finding\n\n");
        Finding.words(run).forEach(line -> text.append("- ").append(line).append('\n'));
        for (var picture : run.pictures()) {
            var name = String.valueOf(picture.getFileName());
            text.append("\n![")
                    .append(name.replace(".png", ""))
                    .append("](")
                    .append(name)
                    .append(")\n");
        }
        text.append("\n## Plan\n\nHash `")
                .append(plan.hash())
                .append("`, version ")
                .append(plan.version())
                .append(".\n\n");
        text.append("| step | action | parameters |\n|---|---|---|\n");
        for (var step : plan.steps()) {
            text.append("| %s | %s | `%s` |\n".formatted(step.id(), step.action(), step.params()));
        }
        if (!plan.variants().isEmpty()) {
            text.append("\nRun as: ");
            text.append(String.join(
                    ", ",
                    plan.variants().stream()
                            .map(v -> v.set().isEmpty() ? v.name() : v.name() + " " + v.set())
                            .toList()));
            text.append(".\n");
        }
        text.append("\n## Assumptions\n\nWhat you did not say, and where it comes from.\n\n");
        text.append("| what | value | source | instead |\n|---|---|---|---|\n");
        plan.assumptions().forEach(a -> text.append(row(a)));
        text.append("\n## Data\n\n| stage | dataset | rows | MB |\n|---|---|---|---|\n");
        run.datasets().forEach(d -> text.append(row(d)));
        text.append(released(folder, run.circuit()));
        text.append("\n## Again\n\nThe same words give the same bytes:\n\n```sh\nbrainwright ask \"")
                .append(plan.request().replace("\"", "\\\""))
                .append("\"\n```\n");
        return text.toString();
    }

    private static String row(Assumption a) {
        return "| `%s` | %s%s | %s | %s |\n"
                .formatted(
                        a.path(),
                        a.value(),
                        a.unit().equals("1") ? "" : " " + a.unit(),
                        a.source().replace("|", "\\|"),
                        String.join("; ", a.alternatives()).replace("|", "\\|"));
    }

    private static String row(Built d) {
        return String.format(Locale.ROOT, "| %s | `%s` | %d | %.1f |\n", d.stage(), d.id(), d.rows(), d.bytes() / 1e6);
    }

    private static String released(Path folder, @Nullable Path circuit) {
        return circuit == null
                ? ""
                : "\nReleased as SONATA: [%s](%s)\n"
                        .formatted(
                                circuit.getFileName(), folder.toAbsolutePath().relativize(circuit.toAbsolutePath()));
    }

    /** The words of a request as the name of a folder. */
    static String slug(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{ASCII}]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.length() <= SLUG_LENGTH) {
            return plain.isEmpty() ? "study" : plain;
        }
        int cut = plain.lastIndexOf('-', SLUG_LENGTH);
        return plain.substring(0, cut > 0 ? cut : SLUG_LENGTH);
    }

    /** All entries, oldest first. */
    public List<Path> entries() {
        if (!Files.isDirectory(studies)) {
            return List.of();
        }
        try (var folders = Files.list(studies)) {
            return folders.filter(f -> Files.exists(f.resolve("notebook.md")))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
