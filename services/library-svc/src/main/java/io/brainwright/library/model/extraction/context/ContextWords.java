package io.brainwright.library.model.extraction.context;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.passage.Patterns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words of {@code words.yaml} that stand for one thing each; cells, which are made of several words, are in {@link CellWords}. */
final class ContextWords {
    private record Word(Kind kind, String name, Pattern words) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "species", Kind.SPECIES,
            "strain", Kind.STRAIN,
            "region", Kind.REGION,
            "stratum", Kind.LAYER,
            "compartment", Kind.COMPARTMENT,
            "receptor", Kind.RECEPTOR,
            "marker", Kind.MARKER,
            "condition", Kind.CONDITION,
            "age", Kind.AGE);
    private static final List<Word> WORDS = new ArrayList<>();

    static {
        var file = file();
        for (var kind : KINDS.entrySet()) {
            for (var row : file.get(kind.getKey())) {
                WORDS.add(new Word(
                        kind.getValue(),
                        row.get("name").asString(),
                        Patterns.words(row.get("words").asString())));
            }
        }
    }

    private ContextWords() {}

    /** The whole list, as the file has it. */
    static JsonNode file() {
        try (var in = Objects.requireNonNull(ContextWords.class.getResourceAsStream("words.yaml"), "words.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Every mention in a stretch of text; a mention within a longer one of the same kind is left out. */
    static List<Mention> find(String text, int begin, int end) {
        var found = new ArrayList<Mention>();
        for (var word : WORDS) {
            var matcher = word.words().matcher(text).region(begin, end).useTransparentBounds(true);
            while (matcher.find()) {
                found.add(new Mention(word.kind(), word.name(), matcher.start(), matcher.end()));
            }
        }
        return found.stream()
                .filter(m -> found.stream()
                        .noneMatch(o -> o != m
                                && o.kind() == m.kind()
                                && m.within(o.begin(), o.end())
                                && o.end() - o.begin() > m.end() - m.begin()))
                .toList();
    }
}
