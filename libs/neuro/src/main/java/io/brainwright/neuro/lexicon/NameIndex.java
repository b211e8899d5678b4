package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Token;
import io.brainwright.neuro.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All names of all entries, by their words. */
final class NameIndex {
    private record Name(Entry entry, String exactCase) {}

    private final Map<String, List<Name>> exact = new HashMap<>();
    private final Map<String, List<Name>> stemmed = new HashMap<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> stems = new LinkedHashSet<>();
    private final Map<String, Entry> acronyms = new LinkedHashMap<>();
    /** First words of names, folded and as stems, so that a search need not begin at every word. */
    private final Set<String> firsts = new HashSet<>();

    private final Map<Character, List<String>> byInitial = new HashMap<>();
    private int longest;

    NameIndex(Collection<Entry> entries) {
        for (var entry : entries) {
            entry.anyLanguage().forEach(name -> add(entry, name));
            entry.forms().values().forEach(names -> names.forEach(name -> add(entry, name)));
        }
    }

    private void add(Entry entry, String written) {
        boolean caseCounts = written.startsWith("=");
        var name = caseCounts ? written.substring(1) : written;
        var tokens = Tokens.of(name);
        var folded = WordForms.folded(tokens);
        if (folded.isEmpty()) {
            return;
        }
        longest = Math.max(longest, folded.size());
        var found = new Name(entry, caseCounts ? name : "");
        exact.computeIfAbsent(String.join(" ", folded), k -> new ArrayList<>()).add(found);
        var stem = folded.stream().map(WordForms::stem).toList();
        if (!caseCounts) {
            stemmed.computeIfAbsent(String.join(" ", stem), k -> new ArrayList<>())
                    .add(found);
        }
        firsts.add(folded.getFirst());
        firsts.add(stem.getFirst());
        for (var word : folded) {
            if (words.add(word)) {
                byInitial
                        .computeIfAbsent(word.charAt(0), k -> new ArrayList<>())
                        .add(word);
            }
        }
        stems.addAll(stem);
        if (tokens.size() == 1 && isAcronym(tokens.getFirst())) {
            acronyms.putIfAbsent(name, entry);
        }
    }

    /** The entries that are named so; first by the words themselves, else by their stems. */
    List<Entry> find(List<String> folded, String written) {
        var hits = matching(exact.getOrDefault(String.join(" ", folded), List.of()), written);
        if (hits.isEmpty()) {
            var stem = String.join(" ", folded.stream().map(WordForms::stem).toList());
            hits = matching(stemmed.getOrDefault(stem, List.of()), written);
        }
        return hits;
    }

    private static List<Entry> matching(List<Name> names, String written) {
        var entries = new LinkedHashSet<Entry>();
        for (var name : names) {
            if (name.exactCase.isEmpty() || name.exactCase.equals(written)) {
                entries.add(name.entry);
            }
        }
        return List.copyOf(entries);
    }

    /** Whether some name has this word. */
    boolean knows(String folded) {
        return words.contains(folded) || stems.contains(WordForms.stem(folded));
    }

    /** The words of names that begin with a letter. */
    List<String> wordsFrom(char initial) {
        return byInitial.getOrDefault(initial, List.of());
    }

    /** Whether some name begins with this word. */
    boolean begins(String folded) {
        return firsts.contains(folded) || firsts.contains(WordForms.stem(folded));
    }

    /** Names in capitals and digits, with what they name. */
    Map<String, Entry> acronyms() {
        return acronyms;
    }

    int longest() {
        return longest;
    }

    /** Short, with at least two capitals, or a capital and a digit. */
    static boolean isAcronym(Token token) {
        var text = token.text();
        long capitals = text.chars().filter(Character::isUpperCase).count();
        long digits = text.chars().filter(Character::isDigit).count();
        boolean plain = text.chars().allMatch(Character::isLetterOrDigit);
        return token.is(Token.Kind.WORD)
                && plain
                && text.length() <= 6
                && (capitals >= 2 || capitals + digits >= 2 && capitals > 0);
    }
}
