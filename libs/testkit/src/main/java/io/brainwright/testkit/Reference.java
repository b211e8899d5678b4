package io.brainwright.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Where the shared reference data lies: recipes, morphologies, simulator traces. Tests that need it are skipped with a clear
 * word where it is absent, and fail instead of being skipped where {@code CI} is set.
 */
public final class Reference {
    private Reference() {}

    /** A file or folder of the reference data. */
    public static Path path(String relative) {
        var root = Path.of(System.getProperty("reference.dir", "../shared/reference"));
        var path = root.resolve(relative);
        if (!Files.exists(path)) {
            var message =
                    "SKIPPED: the reference data '%s' is not at %s; set -Dreference.dir".formatted(relative, root);
            if (System.getenv("CI") != null) {
                throw new AssertionError(message.replace("SKIPPED", "MISSING IN CI"));
            }
            System.out.println(message);
            Assumptions.abort(message);
        }
        return path;
    }
}
