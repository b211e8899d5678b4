package io.brainwright.agents.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** All runs of one entry's plan, oldest first: {@code runs.jsonl}, to which lines are only ever added. */
final class RunLog {
    private static final String FILE = "runs.jsonl";

    private RunLog() {}

    static void append(Path folder, RunLine run) throws IOException {
        Files.writeString(
                folder.resolve(FILE), Records.line(run) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static List<RunLine> read(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var runs = new ArrayList<RunLine>();
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    runs.add(Records.parse(lines.get(i), file, i, RunLine.class));
                }
            }
            return runs;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
