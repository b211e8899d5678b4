package io.brainwright.neuro.atlas.nrrd;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Map;

/** What a volume says that it may not say. */
final class NrrdFault {
    private NrrdFault() {}

    static Problem of(Path file, String where, String found, String allowed) {
        return new Problem(
                Kind.INVALID,
                "VOLUME_UNREADABLE",
                "%s, %s: found %s.".formatted(file.getFileName(), where, found),
                "Allowed: %s.".formatted(allowed),
                Map.of("file", file.toString(), "where", where, "found", found, "allowed", allowed));
    }
}
