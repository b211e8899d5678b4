package io.brainwright.agents.notebook;

import io.brainwright.agents.notebook.verdict.Judge;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.RunResult;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lab notebook of a workspace: one folder of plain files per study. */
public final class Notebook {
    private final Path studies;
    private final @Nullable Datasets catalogue;

    /**
     * A notebook to read; what is written into it holds the ids of the datasets and no checksums.
     *
     * @param workspace folder of the scientist's work
     */
    public Notebook(Path workspace) {
        this(workspace, null);
    }

    /**
     * A notebook that remembers of every dataset how it was asked for and what it holds.
     *
     * @param catalogue where the run's datasets are
     */
    public Notebook(Path workspace, @Nullable Datasets catalogue) {
        this.studies = workspace.resolve("studies");
        this.catalogue = catalogue;
    }

    /**
     * Folder of a plan's study: the date of its first run, its words, the first digits of its hash. A plan that ran before
     * keeps its folder, whatever the date.
     */
    public Path folder(Plan plan, LocalDate today) {
        return StudyNames.folder(studies, plan, today);
    }

    /** Writes the entry of a plan that was never edited, run just now. */
    public Path write(Path folder, Plan plan, RunResult run) {
        return write(folder, List.of(plan), run, RunLine.Stamp.since(Instant.now()));
    }

    /**
     * Writes the entry: the request, the versions of the plan, the findings, a line in the log of its runs, and the page that
     * tells it all.
     *
     * @param versions of the plan, first draft first, the one that ran last
     * @return the page
     */
    public Path write(Path folder, List<Plan> versions, RunResult run, RunLine.Stamp stamp) {
        var plan = versions.getLast();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(Entry.REQUEST), plan.request() + "\n");
            Files.writeString(folder.resolve(Entry.PLAN), PlanJson.pretty(plan));
            PlanHistory.write(folder, versions);
            var findings = findings(folder, plan, run);
            Files.writeString(folder.resolve(Entry.FINDINGS), Records.page(findings));
            RunLog.append(folder, line(plan, run, findings, stamp));
            return writePage(new Entry(folder));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes the page of an entry anew from its other files. */
    public static Path writePage(Entry entry) {
        var page = entry.folder().resolve(Entry.PAGE);
        var sensitivity = entry.folder().resolve(Entry.SENSITIVITY);
        try {
            Files.writeString(
                    page,
                    new EntryPage(
                                    entry.versions(),
                                    entry.findings(),
                                    entry.runs(),
                                    Files.exists(sensitivity) ? Files.readString(sensitivity) : "")
                            .markdown());
            return page;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * What a run of a plan found.
     *
     * @param folder of the entry
     */
    public Findings findings(Path folder, Plan plan, RunResult run) {
        var circuit = run.circuit();
        var measures = Measures.of(plan, run);
        var verdict = run.comparison() == null && measures.isEmpty()
                ? null
                : Judge.judge(plan.hypothesis().criterion(), measures);
        var datasets = catalogue == null
                ? run.datasets().stream().map(Made::unchecked).toList()
                : new Lineage(catalogue).of(run.datasets());
        return new Findings(
                Findings.SCHEMA,
                plan.hash(),
                verdict,
                words(run),
                measures,
                datasets,
                run.pictures().stream()
                        .map(p -> String.valueOf(p.getFileName()))
                        .toList(),
                run.onset_ms(),
                circuit == null
                        ? null
                        : folder.toAbsolutePath()
                                .relativize(circuit.toAbsolutePath())
                                .toString()
                                .replace('\\', '/'));
    }

    /** What the comparison tells, and what steps said, each once. */
    private static List<String> words(RunResult run) {
        var words = new LinkedHashSet<String>();
        if (run.comparison() != null || run.words().isEmpty()) {
            words.addAll(Finding.words(run));
        }
        words.addAll(run.words());
        return List.copyOf(words);
    }

    private static RunLine line(Plan plan, RunResult run, Findings findings, RunLine.Stamp stamp) {
        return new RunLine(
                stamp.finished()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString(),
                stamp.who(),
                stamp.seconds(),
                plan.hash(),
                run.datasets().stream().map(Built::id).toList(),
                (int) run.datasets().stream().filter(Built::fromCatalogue).count(),
                findings.verdict() == null ? null : findings.verdict().outcome().name());
    }

    /** Folders of all entries, oldest first. */
    public List<Path> entries() {
        if (!Files.isDirectory(studies)) {
            return List.of();
        }
        try (var folders = Files.list(studies)) {
            return folders.filter(f -> Files.exists(f.resolve(Entry.PAGE)))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The study that was run last: an export or a comparison of entries is none.
     *
     * @throws Problem NOT_FOUND where the notebook is empty
     */
    public Entry newest() {
        return entries().stream()
                .map(Entry::new)
                .filter(e -> !e.isOfTheNotebook())
                .max(Comparator.comparing(Entry::lastRun).thenComparing(Entry::name))
                .orElseThrow(() -> new Problem(
                        Kind.NOT_FOUND,
                        "NOTEBOOK_EMPTY",
                        "The notebook in %s is empty.".formatted(studies.getParent()),
                        "Run a plan first.",
                        Map.of()));
    }

    /**
     * One entry.
     *
     * @param name its name, a part of it that only it has, or its number in the list (1: the oldest)
     * @throws Problem NOT_FOUND with the nearest names
     */
    public Entry find(String name) {
        var entries = entries();
        if (name.matches("[1-9]\\d{0,4}") && Integer.parseInt(name) <= entries.size()) {
            return new Entry(entries.get(Integer.parseInt(name) - 1));
        }
        var names = entries.stream().map(e -> String.valueOf(e.getFileName())).toList();
        var found = names.stream().filter(n -> n.equals(name)).toList();
        if (found.isEmpty() && !name.isBlank()) {
            found = names.stream().filter(n -> n.contains(name)).toList();
        }
        if (found.size() == 1) {
            return new Entry(studies.resolve(found.getFirst()));
        }
        throw new Problem(
                Kind.NOT_FOUND,
                "ENTRY_NOT_FOUND",
                "%s entries of the notebook have '%s' in their name."
                        .formatted(found.isEmpty() ? "No" : String.valueOf(found.size()), name),
                names.isEmpty()
                        ? "The notebook in %s is empty.".formatted(studies.getParent())
                        : found.isEmpty()
                                ? NearestNames.sentence(name, names)
                                : "There are: " + String.join(", ", found) + ".",
                Map.of("entry", name));
    }
}
