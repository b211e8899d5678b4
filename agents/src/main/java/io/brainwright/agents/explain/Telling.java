package io.brainwright.agents.explain;

import io.brainwright.neuro.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Says the sentences of explanations in one language ({@code explanations.yaml}).
 *
 * @param language the scientist's
 */
record Telling(Language language) {
    private static final JsonNode TEXTS = read();

    private static JsonNode read() {
        try (var in = Telling.class.getResourceAsStream("explanations.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A sentence with its places filled in. */
    String say(String key, Object... values) {
        var text = TEXTS.path(key).path(language.code()).asString("");
        assert !text.isEmpty() : "no sentence is called " + key + " in " + language;
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The name of a fact or a thing, as it stands within a line. */
    String name(String key, Object... values) {
        var said = say(key, values);
        return TEXTS.path(key).path(language.code()).asString().startsWith(said.substring(0, 1))
                ? said
                : Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    /** A time for a sentence: four digits are enough to find it in a plot. */
    static String digits(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
