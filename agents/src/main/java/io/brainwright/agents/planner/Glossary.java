package io.brainwright.agents.planner;

import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.text.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Explains words of the product, with sources ({@code glossary.yaml}). */
final class Glossary {
    private static final JsonNode TERMS = read();

    private Glossary() {}

    private static JsonNode read() {
        try (var in = Glossary.class.getResourceAsStream("glossary.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** chosen: a definition is asked for in few words */
    private static final int SHORT = 7;

    /** The explanation that words ask for; empty where they ask for something else. */
    static Optional<String> explain(Utterance u) {
        if (!u.has("ask.what_is")
                || u.has("verb.run", "verb.build", "verb.stimulate", "verb.compare") && !u.has("ask.difference")) {
            return Optional.empty();
        }
        boolean defines = u.first("ask.what_is").filter(m -> m.from() <= 1).isPresent()
                && u.contentWords() <= SHORT
                && u.family("metric").isEmpty()
                && u.family("query").isEmpty();
        boolean about = !u.named(
                                io.brainwright.agents.language.Named.Kind.REGION,
                                io.brainwright.agents.language.Named.Kind.LAYER)
                        .isEmpty()
                || !defines
                        && !u.named(io.brainwright.agents.language.Named.Kind.M_CLASS)
                                .isEmpty()
                || !u.amounts().isEmpty()
                        && u.amounts().stream().anyMatch(a -> !a.unit().isEmpty());
        var said = " " + plain(u.text()) + " ";
        var found = new ArrayList<String>();
        for (var term : TERMS.properties()) {
            for (var words : term.getValue().path("words").asString().split(",", -1)) {
                if (said.contains(" " + plain(words) + " ") || said.contains(" " + plain(words) + "s ")) {
                    found.add(term.getValue().path(u.language().code()).asString());
                    break;
                }
            }
        }
        return found.isEmpty() || about ? Optional.empty() : Optional.of(String.join("\n", distinct(found)));
    }

    private static List<String> distinct(List<String> texts) {
        return texts.stream().distinct().toList();
    }

    private static String plain(String text) {
        return Token.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
