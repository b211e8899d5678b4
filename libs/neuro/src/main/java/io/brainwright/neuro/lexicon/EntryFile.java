package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.problem.BrokenText;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads entries from YAML: a list of {@code {id, kind, forms: {en: [...], fr: [...], de: [...], es: [...], any: [...]}, ...facts}}.
 *
 * <p>{@code any} holds names that every language uses; a name that begins with {@code =} counts only in this letter case (acronyms that
 * are words elsewhere). Without any form the id itself is the name. Every other key is a fact, a text or a list of texts.
 */
public final class EntryFile {
    private EntryFile() {}

    /**
     * Reads a file of entries.
     *
     * @param name the file's name, for messages
     * @throws Problem INVALID with the entry at fault
     */
    public static List<Entry> read(String name, InputStream yaml) {
        JsonNode rows;
        try {
            rows = new YAMLMapper().readTree(yaml);
        } catch (JacksonException broken) {
            throw fault(name, "line " + BrokenText.line(broken), broken.getOriginalMessage());
        }
        if (!rows.isArray()) {
            throw fault(name, "line 1", "a list of entries is expected, not " + rows.getNodeType());
        }
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < rows.size(); i++) {
            entries.add(entry(name, i + 1, rows.get(i)));
        }
        return entries;
    }

    static List<Entry> shipped(String name) {
        try (var in = EntryFile.class.getResourceAsStream(name + ".yaml")) {
            assert in != null : "lexicon/" + name + ".yaml does not ship";
            return read(name + ".yaml", in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Entry entry(String name, int number, JsonNode row) {
        var id = row.path("id").asString("");
        var where = "entry %d%s".formatted(number, id.isEmpty() ? "" : " ('" + id + "')");
        if (id.isBlank()) {
            throw fault(name, where, "it has no 'id'");
        }
        var kind = kind(row.path("kind").asString(""));
        if (kind == null) {
            throw fault(
                    name,
                    where,
                    "its kind '%s' is none of %s"
                            .formatted(
                                    row.path("kind").asString(""),
                                    String.join(
                                            ", ",
                                            Arrays.stream(EntryKind.values())
                                                    .map(EntryKind::word)
                                                    .toList())));
        }
        var forms = new EnumMap<Language, List<String>>(Language.class);
        for (var language : row.path("forms").propertyNames()) {
            if (!language.equals("any")) {
                var known = Language.ofCode(language);
                if (known.isEmpty()) {
                    throw fault(
                            name,
                            where,
                            "its forms name the language '%s'; en, fr, de, es and any are known".formatted(language));
                }
                forms.put(known.get(), texts(row.path("forms").get(language)));
            }
        }
        var any = row.path("forms").has("any")
                ? texts(row.path("forms").get("any"))
                : forms.isEmpty() ? List.of(id) : List.<String>of();
        return new Entry(id, kind, forms, any, facts(row));
    }

    private static Map<String, List<String>> facts(JsonNode row) {
        var facts = new LinkedHashMap<String, List<String>>();
        for (var fact : row.properties()) {
            if (!List.of("id", "kind", "forms").contains(fact.getKey())) {
                facts.put(fact.getKey(), texts(fact.getValue()));
            }
        }
        return facts;
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asString()));
        } else {
            texts.add(node.asString());
        }
        return texts;
    }

    private static @Nullable EntryKind kind(String word) {
        for (var kind : EntryKind.values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        return null;
    }

    private static Problem fault(String file, String where, String what) {
        return new Problem(
                Kind.INVALID,
                "LEXICON_FILE_INVALID",
                "%s, %s: %s.".formatted(file, where, what),
                "Write each entry as {id: ..., kind: ..., forms: {en: [...]}}.",
                Map.of("file", file, "where", where, "fault", what));
    }
}
