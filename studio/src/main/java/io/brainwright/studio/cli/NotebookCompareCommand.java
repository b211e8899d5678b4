package io.brainwright.studio.cli;

import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.compare.Comparison;
import io.brainwright.agents.notebook.compare.ComparisonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two entries side by side. */
@Command(
        name = "compare",
        description = "Compare two entries: plans, datasets, measured numbers, verdicts.",
        mixinStandardHelpOptions = true)
final class NotebookCompareCommand implements Runnable {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "A", description = "Name, a part of it that only it has, or its number.")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other entry.")
    private String b = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        var notebook = new Notebook(workspace.path());
        var comparison = Comparison.of(notebook.find(a), notebook.find(b));
        if (json) {
            System.out.println(Json.of(comparison));
        } else {
            ComparisonText.of(comparison).forEach(System.out::println);
        }
    }
}
