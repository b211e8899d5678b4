package io.brainwright.studio.cli;

import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.neuro.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The lab notebook: one entry per plan that ran, as files in the workspace. */
@Command(
        name = "notebook",
        description = "The lab notebook: list the entries, show, export, run again, compare.",
        mixinStandardHelpOptions = true,
        subcommands = {
            NotebookCommand.ListEntries.class,
            NotebookShowCommand.class,
            NotebookExportCommand.class,
            NotebookRerunCommand.class,
            NotebookCompareCommand.class,
            NotebookSensitivityCommand.class,
            NotebookAuditCommand.class
        })
final class NotebookCommand implements Runnable {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        print(workspace, json);
    }

    /** The same by a verb of its own. */
    @Command(
            name = "list",
            description = "List the entries: number, date, verdict, request, finding.",
            mixinStandardHelpOptions = true)
    static final class ListEntries implements Runnable {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public void run() {
            print(workspace, json);
        }
    }

    private static void print(WorkspaceOption workspace, boolean json) {
        var entries = new Notebook(workspace.path())
                .entries().stream().map(Entry::new).toList();
        if (json) {
            System.out.println(
                    Json.of(entries.stream().map(NotebookCommand::facts).toList()));
            return;
        }
        if (entries.isEmpty()) {
            System.out.println("The notebook in " + workspace.path() + " is empty.");
        }
        for (int i = 0; i < entries.size(); i++) {
            var facts = facts(entries.get(i));
            System.out.printf(
                    "%3d  %s  %-10s %s%n     %s%n     %s%n",
                    i + 1,
                    facts.get("date"),
                    facts.get("outcome"),
                    facts.get("entry"),
                    facts.get("request"),
                    facts.get("finding"));
        }
    }

    /** What a list tells of an entry; a damaged one is listed with what is wrong with it. */
    private static Map<String, Object> facts(Entry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("entry", entry.name());
        facts.put("date", entry.date());
        try {
            var findings = entry.findings();
            var verdict = findings.verdict();
            facts.put(
                    "outcome",
                    verdict == null ? "none" : verdict.outcome().name().toLowerCase(Locale.ROOT));
            facts.put("request", entry.request());
            facts.put(
                    "finding",
                    verdict == null || verdict.effects().isEmpty()
                            ? String.join(
                                    " ", findings.words().stream().limit(1).toList())
                            : verdict.words());
            facts.put("plan", findings.plan());
            facts.put("runs", entry.runs().size());
        } catch (Problem damaged) {
            facts.put("outcome", "damaged");
            facts.putIfAbsent("request", "");
            facts.put("finding", Objects.requireNonNull(damaged.sentence()));
        }
        return facts;
    }
}
