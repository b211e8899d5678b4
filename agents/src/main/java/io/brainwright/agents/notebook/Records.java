package io.brainwright.agents.notebook;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON files of an entry, written and read; the same record gives the same bytes. */
public final class Records {
    private static final JsonMapper LINES = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final JsonMapper PAGES =
            LINES.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Records() {}

    /** On one line. */
    public static String line(Object value) {
        return LINES.writeValueAsString(value);
    }

    /** Indented. */
    public static String page(Object value) {
        return PAGES.writeValueAsString(value).replace("\r\n", "\n") + "\n";
    }

    /**
     * Reads a file of an entry.
     *
     * @throws Problem NOT_FOUND where it is missing, INVALID with the line where it is damaged
     */
    public static <T> T read(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "ENTRY_INCOMPLETE",
                    "The entry %s has no %s.".formatted(study(file), file.getFileName()),
                    "Run it again, so that it is written anew: 'brainwright notebook rerun %s'.".formatted(study(file)),
                    Map.of("file", file.toString()));
        }
        try {
            return parse(Files.readString(file), file, 0, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String study(Path file) {
        return String.valueOf(
                file.toAbsolutePath().getName(file.toAbsolutePath().getNameCount() - 2));
    }

    /** Reads a JSON text that stands in a file from a line on. */
    static <T> T parse(String text, Path file, int linesBefore, Class<T> type) {
        try {
            return LINES.readValue(text, type);
        } catch (JacksonException damaged) {
            var at = damaged.getLocation();
            int line = linesBefore + (at == null || at.getLineNr() < 1 ? 1 : at.getLineNr());
            throw new Problem(
                    Kind.INVALID,
                    "ENTRY_DAMAGED",
                    "%s is damaged in line %d: %s".formatted(file, line, damaged.getOriginalMessage()),
                    "Mend that line, or run the entry again, so that the file is written anew: 'brainwright notebook rerun %s'."
                            .formatted(study(file)),
                    Map.of("file", file.toString(), "line", String.valueOf(line)),
                    List.of(),
                    damaged);
        }
    }
}
