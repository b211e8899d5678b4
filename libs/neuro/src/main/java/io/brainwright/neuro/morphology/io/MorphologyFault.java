package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Map;

/** What a file says that it may not say. */
final class MorphologyFault {
    private MorphologyFault() {}

    /**
     * @param file the file
     * @param where line or dataset
     * @param found what stands there
     * @param allowed what may stand there
     */
    static Problem of(Path file, String where, String found, String allowed) {
        return new Problem(
                Kind.INVALID,
                "MORPHOLOGY_UNREADABLE",
                "%s, %s: found %s.".formatted(file, where, found),
                "Allowed: %s.".formatted(allowed),
                Map.of("file", file.toString(), "where", where, "found", found, "allowed", allowed));
    }
}
