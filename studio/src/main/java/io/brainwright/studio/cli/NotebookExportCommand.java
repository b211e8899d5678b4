package io.brainwright.studio.cli;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.export.Exports;
import io.brainwright.agents.notebook.export.Format;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One entry for other readers. */
@Command(
        name = "export",
        description = "Write one entry as Markdown, a page of HTML, a Jupyter notebook or a research object crate.",
        mixinStandardHelpOptions = true)
@Acts
final class NotebookExportCommand implements Runnable {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "ENTRY", description = "Name, a part of it that only it has, or its number in the list.")
    private String name = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "markdown, html, ipynb or ro-crate (default: html).",
            defaultValue = "html")
    private String format = "html";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where it is written (default: exports/ in the entry). A crate whose name does not end in .zip"
                            + " becomes a folder.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        var form = Format.of(format);
        var entry = new Notebook(workspace.path()).find(name);
        var written = Exports.write(entry, form, out == null ? Exports.target(entry, form) : out);
        new Audit(workspace.path())
                .record(
                        AuditLine.Kind.EXPORT,
                        "notebook.export",
                        Map.of("entry", entry.name(), "format", form.word(), "file", written.toString()),
                        AuditLine.OK);
        System.out.println(
                json
                        ? Json.of(Map.of("entry", entry.name(), "format", form.word(), "file", written.toString()))
                        : "Written: " + written);
    }
}
