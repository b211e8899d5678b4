package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Words of everyday and of scientific writing that are spelt like names of the lexicon but are no misspellings of them. */
final class OrdinaryWords {
    private static final Set<String> WORDS = new HashSet<>();

    static {
        try (var in = OrdinaryWords.class.getResourceAsStream("ordinary-words.txt")) {
            assert in != null : "ordinary-words.txt does not ship";
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    for (var word : line.split("\\s+")) {
                        WORDS.add(Token.fold(word));
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private OrdinaryWords() {}

    /** Whether a folded word is ordinary, as it stands or by its stem. */
    static boolean has(String word) {
        return WORDS.contains(word);
    }
}
