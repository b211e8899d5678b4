package io.brainwright.studio;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The folder of the scientist's work. */
final class Workspaces {
    private Workspaces() {}

    /** Makes the folder where it is missing and tries to write into it. */
    static void prepare(Path workspace) {
        try {
            Files.createDirectories(workspace);
            var probe = Files.createTempFile(workspace, ".probe", "");
            Files.delete(probe);
        } catch (IOException | SecurityException refused) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "WORKSPACE_NOT_WRITABLE",
                    "The workspace %s cannot be written to.".formatted(workspace),
                    "Make the folder writable, or choose another with --workspace DIR.",
                    Map.of("workspace", workspace.toString()),
                    List.of(),
                    refused);
        }
    }
}
