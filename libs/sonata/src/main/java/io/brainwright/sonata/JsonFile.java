package io.brainwright.sonata;

import io.brainwright.neuro.problem.BrokenText;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SONATA's JSON files: configurations and node sets. */
public final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonFile() {}

    /** Writes a tree, complete or not at all. */
    public static void write(Path file, Object tree) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /**
     * Reads a tree.
     *
     * @throws Problem NOT_FOUND where there is no such file, INVALID where it is not JSON
     */
    public static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "SONATA_FILE_NOT_FOUND",
                    "There is no file '%s'.".formatted(file),
                    "Give the circuit_config.json of a circuit, or one of its HDF5 files.",
                    Map.of("file", file.toString()));
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JacksonException broken) {
            var line = String.valueOf(BrokenText.line(broken));
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_CONFIG_UNREADABLE",
                    "'%s' is not JSON at line %s: %s".formatted(file, line, BrokenText.met(broken)),
                    "Mend that line.",
                    Map.of("file", file.toString(), "line", line),
                    List.of(),
                    broken);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }
}
