package io.brainwright.studio.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the scientist's work lies. */
final class WorkspaceOption {
    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Folder of your work (default: ~/brainwright).",
            defaultValue = "${sys:user.home}/brainwright")
    private Path workspace = Path.of("");

    Path path() {
        return workspace.toAbsolutePath().normalize();
    }
}
