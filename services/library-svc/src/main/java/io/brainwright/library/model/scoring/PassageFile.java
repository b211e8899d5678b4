package io.brainwright.library.model.scoring;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads passages to score, one JSON object a line; every fault is told with its line. */
public final class PassageFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private PassageFile() {}

    public static List<ScoredPassage> read(Path file) {
        var passages = new ArrayList<ScoredPassage>();
        int number = 0;
        for (var line : lines(file)) {
            number++;
            if (!line.isBlank()) {
                passages.add(passage(file, number, line));
            }
        }
        if (passages.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_PASSAGES",
                    "'%s' holds no passages.".formatted(file),
                    "Each line is a JSON object with 'id', 'text' and 'expected'.",
                    Map.of("file", file.toString()));
        }
        return List.copyOf(passages);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException broken) {
            throw problem(file, 0, "is not UTF-8 text", broken);
        } catch (IOException broken) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "PASSAGES_UNREADABLE",
                    "'%s' cannot be read.".formatted(file),
                    "Give the path of a JSON Lines file.",
                    Map.of("file", file.toString()),
                    List.of(),
                    broken);
        }
    }

    private static ScoredPassage passage(Path file, int line, String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JacksonException broken) {
            throw problem(file, line, "is not JSON: " + broken.getOriginalMessage(), broken);
        }
        if (!node.path("id").isString()
                || !node.path("text").isString()
                || !node.path("expected").isArray()) {
            throw problem(file, line, "lacks 'id' (text), 'text' (text) or 'expected' (list)", null);
        }
        var expected = new ArrayList<JsonNode>();
        for (var value : node.get("expected")) {
            boolean number =
                    value.path("value").isNumber() || value.path("value").isNull();
            if (!value.path("parameter").isString() || !value.path("unit").isString() || !number) {
                throw problem(
                        file,
                        line,
                        "has an expected value without 'parameter', 'unit' or 'value' (number or null)",
                        null);
            }
            expected.add(value);
        }
        return new ScoredPassage(
                line,
                node.get("id").asString(),
                node.get("text").asString(),
                expected,
                node.path("synthetic").asBoolean(false));
    }

    private static Problem problem(Path file, int line, String what, @Nullable Exception cause) {
        return new Problem(
                Kind.INVALID,
                "PASSAGE_MALFORMED",
                "Line %d of '%s' %s.".formatted(line, file.getFileName(), what),
                "Each line is a JSON object with 'id', 'text' and 'expected' (values with parameter, value, unit).",
                Map.of("file", file.toString(), "line", String.valueOf(line)),
                List.of(),
                cause);
    }
}
