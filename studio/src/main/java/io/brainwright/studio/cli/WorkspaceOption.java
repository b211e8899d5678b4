package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the scientist's work lies. */
final class WorkspaceOption {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Folder of your work (default: ~/brainwright).",
            defaultValue = "${sys:user.home}/brainwright")
    private Path workspace = Path.of("");

    /**
     * The folder; it need not exist yet.
     *
     * @throws Problem INVALID where something else stands in its place
     */
    Path path() {
        var folder = workspace.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Problem(
                    Kind.INVALID,
                    "WORKSPACE_NO_FOLDER",
                    "The workspace %s is no folder.".formatted(folder),
                    "Give a folder with --workspace DIR; it is made where it is missing.",
                    Map.of("workspace", folder.toString()));
        }
        return folder;
    }
}
