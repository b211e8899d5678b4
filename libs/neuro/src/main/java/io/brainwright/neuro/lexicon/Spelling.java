package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Token;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads one word as the lexicon would spell it.
 *
 * <p>Edits are insertions, deletions, replacements and swaps: one is forgiven in 5 to 8 letters, two from 9 on, and only where one word alone
 * is nearest. Acronyms are never corrected.
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">Damerau 1964</a>
 */
final class Spelling {
    /**
     * How a token is read.
     *
     * @param word the word of the lexicon, or the token's own
     * @param edits letters corrected
     * @param acronym whether it looks like an acronym and is none that is known
     */
    record Reading(String word, int edits, boolean acronym) {}

    private static final int SHORTEST = 5;
    private static final int SHORTEST_ACRONYM = 3;
    private static final int LONG = 9;
    private static final int MOST_SUGGESTIONS = 4;

    private final NameIndex index;
    private final Predicate<String> known;
    private final Map<Token, Reading> readings = new HashMap<>();

    Spelling(NameIndex index, Predicate<String> known) {
        this.index = index;
        this.known = known;
    }

    Reading read(Token token) {
        return readings.computeIfAbsent(token, this::compute);
    }

    private Reading compute(Token token) {
        var word = WordForms.plain(token);
        if (!token.is(Token.Kind.WORD) || index.knows(word) || known.test(word) || OrdinaryWords.has(word)) {
            return new Reading(word, 0, false);
        }
        if (NameIndex.isAcronym(token) || looksLikeRegion(word)) {
            return new Reading(word, 0, true);
        }
        boolean letters = word.chars().allMatch(Character::isLetter);
        if (!letters || word.length() < SHORTEST) {
            return new Reading(word, 0, false);
        }
        var compound = GermanCompounds.known(word, index);
        return compound.isEmpty() ? corrected(word) : new Reading(compound, 0, false);
    }

    private Reading corrected(String word) {
        int allowed = word.length() >= LONG ? 2 : 1;
        var best = new LinkedHashSet<String>();
        int fewest = allowed;
        for (var name : index.wordsFrom(word.charAt(0))) {
            if (Math.abs(name.length() - word.length()) <= allowed && name.length() >= SHORTEST) {
                int edits = NearestNames.distance(word, name);
                if (edits < fewest || (edits == fewest && best.isEmpty())) {
                    best.clear();
                }
                if (edits <= fewest) {
                    fewest = edits;
                    best.add(name);
                }
            }
        }
        var stems = best.stream().map(WordForms::stem).distinct().toList();
        return stems.size() == 1 ? new Reading(best.getFirst(), fewest, false) : new Reading(word, 0, false);
    }

    /** Acronyms one edit away (two from five letters on), nearest first; else regions that begin alike and share half of their letters. */
    List<Entry> acronymsNear(String text) {
        int forgiven = text.length() >= SHORTEST ? 2 : 1;
        var near = near(text, 1, (_, edits) -> edits <= forgiven);
        return near.isEmpty() ? near(text, 2, this::regionsAlike) : near;
    }

    private interface Likeness {
        boolean test(Map.Entry<String, Entry> named, int edits);
    }

    private boolean regionsAlike(Map.Entry<String, Entry> named, int edits) {
        return named.getValue().kind() == EntryKind.REGION
                && 2 * edits <= named.getKey().length();
    }

    private List<Entry> near(String text, int sameLetters, Likeness alike) {
        record Near(Entry entry, int edits) {}
        var near = new ArrayList<Near>();
        var word = text.toLowerCase(Locale.ROOT);
        for (var named : index.acronyms().entrySet()) {
            var name = named.getKey().toLowerCase(Locale.ROOT);
            int edits = NearestNames.distance(word, name);
            boolean sameStart = name.regionMatches(0, word, 0, sameLetters);
            if (sameStart && Math.min(word.length(), name.length()) >= SHORTEST_ACRONYM && alike.test(named, edits)) {
                near.add(new Near(named.getValue(), edits));
            }
        }
        near.sort(Comparator.comparingInt(Near::edits));
        return near.stream().map(Near::entry).distinct().limit(MOST_SUGGESTIONS).toList();
    }

    /** "s1hn" in small letters is an acronym all the same. */
    private static boolean looksLikeRegion(String word) {
        return Set.of("s1", "v1", "m1").stream().anyMatch(word::startsWith) && word.length() <= 6;
    }
}
