package io.brainwright.agents.eval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether two names mean one thing: regions, cell types, receptors by identity, not by spelling.
 *
 * <p>Words that mean the same stand in one row of {@code same-things.txt}; a row's first word is its name.
 */
final class Identity {
    private static final Set<String> EMPTY_WORDS = Set.of(
            "cell", "cells", "neuron", "neurons", "interneuron", "interneurons", "receptor", "receptors", "the", "of");

    private final Map<String, String> names = new LinkedHashMap<>();

    Identity() {
        for (var row : Rows.of("same-things.txt")) {
            row.forEach(word -> names.put(plain(word), plain(row.getFirst())));
        }
    }

    boolean same(String a, String b) {
        return key(a).equals(key(b));
    }

    /** Whether every word of the expected text stands in the other. */
    boolean contains(String text, String expected) {
        var words = words(text);
        return key(text).equals(key(expected))
                || words.containsAll(words(expected))
                || joined(text).contains(joined(expected));
    }

    private String joined(String text) {
        return " " + String.join(" ", list(text)) + " ";
    }

    private String key(String text) {
        var whole = names.get(plain(text));
        return whole == null ? String.join(" ", new java.util.TreeSet<>(words(text))) : whole;
    }

    private Collection<String> words(String text) {
        return new HashSet<>(list(text));
    }

    private List<String> list(String text) {
        var words = new ArrayList<String>();
        for (var word : singleNames(plain(text)).split(" ")) {
            if (!EMPTY_WORDS.contains(word) && !word.isEmpty()) {
                words.addAll(List.of(names.getOrDefault(word, word).split(" ")));
            }
        }
        return words;
    }

    /** Names of several words become the name of their row. */
    private String singleNames(String plain) {
        var padded = " " + plain + " ";
        for (var name : names.entrySet()) {
            if (name.getKey().contains(" ")) {
                padded = padded.replace(" " + name.getKey() + " ", " " + name.getValue() + " ");
            }
        }
        return padded.strip();
    }

    /** Lower case, no marks, layers as "l5". */
    static String plain(String text) {
        var flat = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.\\*$", "")
                .replaceAll("(?<=[a-z0-9])\\+", "")
                .replaceAll("[^\\p{L}\\p{N}.]+", " ")
                .replaceAll("\\b(layer|couche|schicht|capa|lamina) ?(\\d)", "l$2")
                .strip();
        return flat.replaceAll("\\bl2 3\\b", "l23");
    }
}
