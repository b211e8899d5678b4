package io.brainwright.agents.planner;

import io.brainwright.neuro.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the planner says, in the scientist's language ({@code replies.yaml}). */
public final class Replies {
    private static final JsonNode TEXTS = read();

    private Replies() {}

    private static JsonNode read() {
        try (var in = Replies.class.getResourceAsStream("replies.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A text that only some keys have. */
    static java.util.Optional<String> find(Language language, String key) {
        return TEXTS.has(key) ? java.util.Optional.of(say(language, key)) : java.util.Optional.empty();
    }

    /** A text with its places filled in. */
    public static String say(Language language, String key, Object... values) {
        var texts = TEXTS.path(key);
        assert texts.isObject() : "no reply is called " + key;
        var text = texts.path(language.code()).asString();
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }
}
