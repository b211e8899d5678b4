package io.brainwright.library.model.intake;

import io.brainwright.library.model.document.ReadingReport;
import io.brainwright.library.model.shelf.Kept;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What became of one file. */
public sealed interface Outcome {
    /** The file. */
    Path file();

    /**
     * It is in the library now.
     *
     * @param kept the document; of a bibliography the first new entry, null where all were joined to papers
     * @param passages how many it has; of a bibliography how many entries are new
     */
    record Imported(Path file, @Nullable Kept kept, int passages, ReadingReport report) implements Outcome {}

    /**
     * The library had it already.
     *
     * @param kept what it has, null where it is many
     * @param why why they are the same
     */
    record Duplicate(Path file, @Nullable Kept kept, String why) implements Outcome {}

    /**
     * It was not taken.
     *
     * @param problem why
     */
    record Refused(Path file, Problem problem) implements Outcome {}
}
