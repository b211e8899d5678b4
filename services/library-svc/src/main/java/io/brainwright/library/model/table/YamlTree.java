package io.brainwright.library.model.table;

import io.brainwright.neuro.problem.BrokenText;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML mapping that knows where each of its keys stands.
 *
 * @param text the value where it is no mapping, else empty
 * @param children keys and values where it is a mapping
 * @param line of its key, 1 is the first
 * @param column of its key, 1 is the first
 */
record YamlTree(String text, Map<String, YamlTree> children, int line, int column) {
    static YamlTree read(String yaml, String file) {
        try (var parser = YAMLMapper.builder().build().createParser(yaml)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw fault(file, 1, 1, "is no mapping of keys to values");
            }
            return mapping(parser, file, 1, 1, 0);
        } catch (JacksonException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "MAPPING_UNREADABLE",
                    "'%s' is no YAML at line %d, column %d: %s"
                            .formatted(
                                    file,
                                    BrokenText.line(broken),
                                    BrokenText.column(broken),
                                    broken.getOriginalMessage()),
                    "Mend that line; docs/library.md shows a whole mapping.",
                    Map.of(
                            "file",
                            file,
                            "line",
                            String.valueOf(BrokenText.line(broken)),
                            "column",
                            String.valueOf(BrokenText.column(broken))),
                    List.of(),
                    broken);
        }
    }

    static Problem fault(String file, int line, int column, String what) {
        return new Problem(
                Kind.INVALID,
                "MAPPING_WRONG",
                "'%s', line %d, column %d: %s.".formatted(file, line, column, what),
                "docs/library.md shows a whole mapping.",
                Map.of("file", file, "line", String.valueOf(line), "column", String.valueOf(column)));
    }

    private static YamlTree mapping(JsonParser parser, String file, int line, int column, int depth) {
        if (depth > 10) {
            throw fault(file, line, column, "nests deeper than any mapping needs");
        }
        var children = new LinkedHashMap<String, YamlTree>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            var at = parser.currentTokenLocation();
            var token = parser.nextToken();
            var child = switch (token) {
                case START_OBJECT -> mapping(parser, file, at.getLineNr(), at.getColumnNr(), depth + 1);
                case START_ARRAY ->
                    throw fault(file, at.getLineNr(), at.getColumnNr(), "'" + key + "' is a list; give one value");
                default ->
                    new YamlTree(
                            token == JsonToken.VALUE_NULL ? "" : String.valueOf(parser.getString()),
                            Map.of(),
                            at.getLineNr(),
                            at.getColumnNr());
            };
            if (children.put(key, child) != null) {
                throw fault(file, at.getLineNr(), at.getColumnNr(), "'" + key + "' stands twice");
            }
        }
        return new YamlTree("", children, line, column);
    }
}
