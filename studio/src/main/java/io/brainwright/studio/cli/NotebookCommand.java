package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The lab notebook: one entry per run, as files in the workspace. */
@Command(
        name = "notebook",
        description = "The lab notebook: list the entries, or show one.",
        mixinStandardHelpOptions = true,
        subcommands = {NotebookCommand.Show.class})
final class NotebookCommand implements Runnable {
    private static final String ENTRY = "notebook.md";

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public void run() {
        var entries = entries(workspace.path());
        if (entries.isEmpty()) {
            System.out.println("The notebook in " + workspace.path() + " is empty.");
        }
        entries.forEach(entry -> System.out.println(entry.getFileName()));
    }

    private static List<Path> entries(Path workspace) {
        var studies = workspace.resolve("studies");
        if (!Files.isDirectory(studies)) {
            return List.of();
        }
        try (var folders = Files.list(studies)) {
            return folders.filter(f -> Files.exists(f.resolve(ENTRY))).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One entry. */
    @Command(name = "show", description = "Print one entry.", mixinStandardHelpOptions = true)
    static final class Show implements Runnable {
        @Mixin
        private WorkspaceOption workspace = new WorkspaceOption();

        @Parameters(paramLabel = "ENTRY", description = "Name of the entry, or a part of it that only it has.")
        private String name = "";

        @Override
        public void run() {
            var found = entries(workspace.path()).stream()
                    .filter(e -> e.getFileName().toString().contains(name))
                    .toList();
            if (found.size() != 1) {
                throw new Problem(
                        Kind.NOT_FOUND,
                        "ENTRY_NOT_FOUND",
                        "%s entries of the notebook have '%s' in their name."
                                .formatted(found.isEmpty() ? "No" : found.size(), name),
                        "'brainwright notebook' lists them.",
                        Map.of("entry", name));
            }
            try {
                System.out.print(Files.readString(found.getFirst().resolve(ENTRY)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
