package io.brainwright.agents.audit;

import io.brainwright.agents.audit.AuditLine.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log of a workspace. */
public final class AuditLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    /** @param workspace folder of the scientist's work */
    public AuditLog(Path workspace) {
        this.folder = Audit.folder(workspace);
    }

    /**
     * Which lines are wanted; null stands for all.
     *
     * @param date "2026-01-02", or the beginning of one
     * @param kind sort of thing
     * @param words a part of what was done or of its arguments
     * @param plan hash of a plan, or its first digits
     * @param failedOnly only what did not go well
     */
    public record Filter(
            @Nullable String date,
            @Nullable Kind kind,
            @Nullable String words,
            @Nullable String plan,
            boolean failedOnly)
            implements Predicate<AuditLine> {
        @Override
        public boolean test(AuditLine line) {
            return (date == null || line.time().startsWith(date))
                    && (kind == null || line.kind() == kind)
                    && (words == null
                            || line.what().contains(words)
                            || line.arguments().toString().contains(words))
                    && (plan == null || (line.plan() != null && line.plan().startsWith(plan)))
                    && (!failedOnly || !line.outcome().equals(AuditLine.OK));
        }
    }

    /**
     * The lines that are wanted, oldest first.
     *
     * @param damaged is told of each line that cannot be read, by file and number; the others are read all the same
     */
    public List<AuditLine> lines(Filter filter, Consumer<String> damaged) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<AuditLine>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                read(file, filter, damaged, found);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }

    private static void read(Path file, Filter filter, Consumer<String> damaged, List<AuditLine> found)
            throws IOException {
        int number = 0;
        for (var text : Files.readAllLines(file)) {
            number++;
            try {
                var line = JSON.readValue(text, AuditLine.class);
                if (filter.test(line)) {
                    found.add(line);
                }
            } catch (JacksonException broken) {
                damaged.accept("%s, line %d: %s".formatted(file.getFileName(), number, broken.getOriginalMessage()));
            }
        }
    }
}
