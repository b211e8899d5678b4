package io.brainwright.agents.language;

import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The planner's own words: for every concept the phrases that name it in four languages ({@code concepts-*.yaml}).
 *
 * <p>Phrases are found at a word by its text, or by any beginning of it where the phrase's first word ends with a star.
 */
public final class Concepts {
    private static final List<String> FILES = List.of(
            "concepts-verbs.yaml",
            "concepts-tissue.yaml",
            "concepts-activity.yaml",
            "concepts-output.yaml",
            "concepts-dialogue.yaml",
            "concepts-relations.yaml",
            "concepts-times.yaml");
    private static final int SHORTEST_MISSPELLED = 6;
    private static final Concepts SHARED = new Concepts();

    private final Map<Language, Map<String, List<Phrase>>> whole = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, List<Phrase>>> begun = new EnumMap<>(Language.class);
    private final Map<Language, Set<String>> spellings = new EnumMap<>(Language.class);
    private final Map<Language, Set<String>> wholeWords = new EnumMap<>(Language.class);

    /**
     * A phrase of a concept.
     *
     * @param concept what it names
     * @param words its words
     * @param open whether each word stands for all words that begin so
     */
    private record Phrase(String concept, String[] words, boolean[] open) {
        boolean fits(List<String> said, int at) {
            for (int i = 1; i < words.length; i++) {
                if (at + i >= said.size() || !fits(i, said.get(at + i))) {
                    return false;
                }
            }
            return true;
        }

        /** Of two beginnings of one word the longer names it: "estimul*" is not "estim*". */
        boolean tellsMoreThan(Phrase other) {
            return words.length == 1
                    && other.words.length == 1
                    && other.open[0]
                    && words[0].length() > other.words[0].length()
                    && family().equals("verb")
                    && other.family().equals("verb")
                    && !concept.equals(other.concept);
        }

        private String family() {
            return concept.substring(0, Math.max(0, concept.indexOf('.')));
        }

        private boolean fits(int i, String word) {
            return open[i] ? word.startsWith(words[i]) : word.equals(words[i]);
        }
    }

    private Concepts() {
        for (var language : Language.values()) {
            whole.put(language, new HashMap<>());
            begun.put(language, new HashMap<>());
            spellings.put(language, new TreeSet<>());
            wholeWords.put(language, new TreeSet<>());
        }
        FILES.forEach(this::read);
    }

    /** The concepts of this version; read once. */
    public static Concepts shared() {
        return SHARED;
    }

    /** The words of a phrase: folded, cut at spaces, hyphens, slashes and apostrophes. */
    static List<String> cut(String phrase) {
        var words = new ArrayList<String>();
        for (var word : Token.fold(phrase).split("[\\s'/\\-]+", -1)) {
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        return words;
    }

    private void read(String file) {
        try (var in = Concepts.class.getResourceAsStream(file)) {
            for (var entry : new YAMLMapper().readTree(in).properties()) {
                for (var language : Language.values()) {
                    phrases(entry.getKey(), language, entry.getValue().path(language.code()));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void phrases(String concept, Language language, JsonNode list) {
        for (var phrase : list.asString("").split(",", -1)) {
            var cut = cut(phrase);
            if (cut.isEmpty()) {
                continue;
            }
            var words = new String[cut.size()];
            var open = new boolean[cut.size()];
            for (int i = 0; i < words.length; i++) {
                open[i] = cut.get(i).endsWith("*");
                words[i] = open[i] ? cut.get(i).substring(0, cut.get(i).length() - 1) : cut.get(i);
                of(spellings, language).add(words[i]);
                if (!open[i]) {
                    of(wholeWords, language).add(words[i]);
                }
            }
            var index = open[0] ? begun : whole;
            of(index, language)
                    .computeIfAbsent(words[0], _ -> new ArrayList<>())
                    .add(new Phrase(concept, words, open));
        }
    }

    /** All mentions in words, in the order of their first words; a request's language is read beside English. */
    List<Mention> in(List<String> said, Language language) {
        var found = new ArrayList<Mention>();
        for (int i = 0; i < said.size(); i++) {
            at(said, i, language, found);
            if (language != Language.ENGLISH) {
                var english = new ArrayList<Mention>();
                at(said, i, Language.ENGLISH, english);
                boolean verb = isVerb(said.get(i), language);
                english.stream()
                        .filter(m -> !found.contains(m)
                                && !(verb
                                        && m.to() == m.from() + 1
                                        && !m.family().equals("verb")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** "tracer" asks for something in French: it is no English "trace". */
    private boolean isVerb(String word, Language language) {
        return of(whole, language).getOrDefault(word, List.of()).stream()
                .anyMatch(p -> p.words().length == 1 && p.family().equals("verb"));
    }

    private void at(List<String> said, int i, Language language, List<Mention> found) {
        var word = said.get(i);
        var fitting = new ArrayList<Phrase>(of(whole, language).getOrDefault(word, List.of()));
        for (int n = 1; n <= word.length(); n++) {
            fitting.addAll(of(begun, language).getOrDefault(word.substring(0, n), List.of()));
        }
        fitting.removeIf(phrase -> !phrase.fits(said, i));
        for (var phrase : fitting) {
            var mention = new Mention(phrase.concept(), i, i + phrase.words().length);
            if (fitting.stream().noneMatch(other -> other.tellsMoreThan(phrase)) && !found.contains(mention)) {
                found.add(mention);
            }
        }
    }

    private static <T> T of(Map<Language, T> byLanguage, Language language) {
        return Objects.requireNonNull(byLanguage.get(language), "every language has its words");
    }

    /** Whether a word alone names a concept or is an ordinary word, in any language. */
    boolean knows(String word) {
        for (var language : Language.values()) {
            if (of(whole, language).containsKey(word) || of(spellings, language).contains(word)) {
                return true;
            }
            for (int n = 3; n <= word.length(); n++) {
                if (of(begun, language).containsKey(word.substring(0, n))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The words that phrases spell out, without those that only begin so. */
    Set<String> wholeWords(Language language) {
        return of(wholeWords, language);
    }

    /** The beginnings and words of phrases. */
    Set<String> spellings(Language language) {
        return of(spellings, language);
    }

    /** The one spelling that a misspelled word comes closest to, or the word itself. */
    String mended(String word, Language language) {
        if (word.length() < SHORTEST_MISSPELLED || !word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        for (var tongue : language == Language.ENGLISH ? List.of(language) : List.of(language, Language.ENGLISH)) {
            for (var spelling : of(spellings, tongue)) {
                if (spelling.length() >= SHORTEST_MISSPELLED - 1 && Spelling.oneSlip(word, spelling)) {
                    return spelling;
                }
            }
        }
        return word;
    }
}
