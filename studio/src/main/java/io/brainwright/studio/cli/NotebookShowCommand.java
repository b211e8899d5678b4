package io.brainwright.studio.cli;

import io.brainwright.agents.notebook.Notebook;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One entry. */
@Command(name = "show", description = "Print one entry.", mixinStandardHelpOptions = true)
final class NotebookShowCommand implements Runnable {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "ENTRY", description = "Name, a part of it that only it has, or its number in the list.")
    private String name = "";

    @Option(names = "--json", description = "Print findings and runs as JSON.")
    private boolean json;

    @Override
    public void run() {
        var entry = new Notebook(workspace.path()).find(name);
        if (!json) {
            System.out.print(entry.page());
            return;
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("entry", entry.name());
        tree.put("folder", entry.folder().toString());
        tree.put("request", entry.request());
        tree.put("findings", entry.findings());
        tree.put("runs", entry.runs());
        System.out.println(Json.of(tree));
    }
}
