package io.brainwright.agents.lined;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A node of YAML that knows its line, so that a fault can be found in the file. */
public sealed interface Yaml permits Yaml.Text, Yaml.Sequence, Yaml.Mapping {
    /** Line in the file, from 1. */
    int line();

    /** A word or a number as it is written; empty where nothing follows a key. */
    record Text(int line, String text) implements Yaml {}

    /** A list. */
    record Sequence(int line, List<Yaml> items) implements Yaml {}

    /**
     * Keys with values.
     *
     * @param line where it begins
     * @param entries in the order of the file
     */
    record Mapping(int line, List<Entry> entries) implements Yaml {
        public Map<String, Yaml> values() {
            Map<String, Yaml> values = new LinkedHashMap<>();
            entries.forEach(e -> values.putIfAbsent(e.key(), e.value()));
            return values;
        }
    }

    /** One key with its value. */
    record Entry(int line, String key, Yaml value) {}

    /**
     * Reads one document.
     *
     * @param yaml its text
     * @param before how many lines of the file stand before it
     * @throws JacksonException where the text is no YAML; its lines count from the start of the document
     */
    static Yaml read(String yaml, int before) {
        try (var parser = new YAMLMapper().createParser(yaml)) {
            var first = parser.nextToken();
            return first == null ? new Mapping(before + 1, List.of()) : node(parser, first, before);
        }
    }

    private static Yaml node(JsonParser parser, JsonToken token, int before) {
        int line = before + parser.currentTokenLocation().getLineNr();
        return switch (token) {
            case START_OBJECT -> new Mapping(line, entries(parser, before));
            case START_ARRAY -> {
                var items = new ArrayList<Yaml>();
                for (var t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    items.add(node(parser, t, before));
                }
                yield new Sequence(line, items);
            }
            case VALUE_NULL -> new Text(line, "");
            default -> new Text(line, parser.getString());
        };
    }

    private static List<Entry> entries(JsonParser parser, int before) {
        var entries = new ArrayList<Entry>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            int line = before + parser.currentTokenLocation().getLineNr();
            entries.add(new Entry(line, key, node(parser, parser.nextToken(), before)));
        }
        return entries;
    }
}
