package io.brainwright.agents.language;

import io.brainwright.neuro.text.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request as frames read it: words, and what is named where. Frames mark what they understood. */
public final class Utterance {
    /** Phrases whose words mean nothing alone. */
    private static final Set<String> STRONG = Set.of(
            "word.timestep",
            "verb.sweep",
            "word.side_by_side",
            "layout.grid",
            "edit.half",
            "word.with_and_without",
            "word.recovery",
            "word.pipeline");

    private final String text;
    private final String rest;
    private final List<Amount> spoken;
    private final String read;
    private final Language language;
    private final List<Word> words;
    private final List<Mention> mentions;
    private final List<Amount> amounts;
    private final List<Named> named;
    private final int[] clauses;
    private final BitSet explained = new BitSet();

    Utterance(
            String text,
            String read,
            Language language,
            List<Word> words,
            List<Mention> mentions,
            List<Amount> amounts,
            List<Named> named) {
        this(text, text, amounts, read, language, words, mentions, amounts, named);
    }

    private Utterance(
            String text,
            String rest,
            List<Amount> spoken,
            String read,
            Language language,
            List<Word> words,
            List<Mention> mentions,
            List<Amount> amounts,
            List<Named> named) {
        this.text = text;
        this.rest = rest;
        this.spoken = List.copyOf(spoken);
        this.read = read;
        this.language = language;
        this.words = List.copyOf(words);
        this.mentions = withoutShadowed(mentions);
        this.amounts = List.copyOf(amounts);
        this.named = List.copyOf(named);
        this.clauses = Clauses.of(this);
        named.forEach(n -> explain(n.from(), n.to()));
        this.mentions.stream().filter(m -> !m.concept().equals("filler")).forEach(m -> explain(m.from(), m.to()));
    }

    /** Within a family the longer phrase wins: "voltage clamp" hides "clamp". */
    private static List<Mention> withoutShadowed(List<Mention> all) {
        var kept = new ArrayList<Mention>();
        for (var m : all) {
            if (all.stream()
                    .noneMatch(o -> (o.family().equals(m.family()) || STRONG.contains(o.concept()))
                            && !o.concept().equals(m.concept())
                            && m.within(o))) {
                kept.add(m);
            }
        }
        return List.copyOf(kept);
    }

    /** The request as it came. */
    public String text() {
        return text;
    }

    /**
     * The same words as what is left of a request of which some was understood elsewhere.
     *
     * @param request the whole of it
     * @param all its quantities
     */
    public Utterance within(String request, List<Amount> all) {
        return new Utterance(request, rest, all, read, language, words, mentions, amounts, named);
    }

    /** What of the request these words are: all of it, unless some was understood elsewhere. */
    public String rest() {
        return rest;
    }

    /** The quantities of the whole request. */
    public List<Amount> spoken() {
        return spoken;
    }

    /** The request with its spelling corrected; words stand at its characters. */
    public String read() {
        return read;
    }

    public Language language() {
        return language;
    }

    public int size() {
        return words.size();
    }

    /** The words in order. */
    public List<Word> words() {
        return words;
    }

    /** The text of a word, empty beyond the ends. */
    public String word(int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i).text();
    }

    public List<Amount> amounts() {
        return amounts;
    }

    public List<Named> named() {
        return named;
    }

    /** The things of some kinds, in order. */
    public List<Named> named(Named.Kind... kinds) {
        var wanted = Set.of(kinds);
        return named.stream().filter(n -> wanted.contains(n.kind())).toList();
    }

    public List<Mention> mentions() {
        return mentions;
    }

    /** The mentions of a concept in order. */
    public List<Mention> all(String concept) {
        return mentions.stream().filter(m -> m.concept().equals(concept)).toList();
    }

    /** The mentions of a family in order: "metric". */
    public List<Mention> family(String family) {
        return mentions.stream().filter(m -> m.family().equals(family)).toList();
    }

    public boolean has(String... concepts) {
        var wanted = Set.of(concepts);
        return mentions.stream().anyMatch(m -> wanted.contains(m.concept()));
    }

    public Optional<Mention> first(String concept) {
        return mentions.stream().filter(m -> m.concept().equals(concept)).findFirst();
    }

    /** Whether a concept is named among the words from a first to before a last. */
    public boolean between(int from, int to, String... concepts) {
        var wanted = Set.of(concepts);
        return mentions.stream().anyMatch(m -> wanted.contains(m.concept()) && m.from() < to && m.to() > from);
    }

    /** Whether a concept is named right before a word, with at most some words between. */
    public boolean before(int i, int reach, String... concepts) {
        return between(Math.max(0, i - 1 - reach), i, concepts);
    }

    /** Whether a concept is named right behind, beginning at most some words later. */
    public boolean after(int i, int reach, String... concepts) {
        var wanted = Set.of(concepts);
        return mentions.stream()
                .anyMatch(m -> wanted.contains(m.concept())
                        && m.from() >= i
                        && m.from() <= i + reach
                        && sameClause(i, m.from()));
    }

    /** Words between a word and the nearest mention of a concept; large where there is none. */
    public int distance(int from, int to, String... concepts) {
        var wanted = Set.of(concepts);
        return mentions.stream()
                .filter(m -> wanted.contains(m.concept()))
                .mapToInt(m -> m.from() >= to ? m.from() - to : Math.max(0, from - m.to()))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Which clause a word belongs to. */
    public int clause(int i) {
        return clauses.length == 0 ? 0 : clauses[Math.max(0, Math.min(i, clauses.length - 1))];
    }

    public boolean sameClause(int i, int k) {
        return clause(i) == clause(k);
    }

    /** Whether a clause names a concept. */
    public boolean inClause(int i, String... concepts) {
        var wanted = Set.of(concepts);
        return mentions.stream().anyMatch(m -> wanted.contains(m.concept()) && sameClause(i, m.from()));
    }

    /** Whether the words ask rather than tell. */
    public boolean isQuestion() {
        return text.strip().endsWith("?")
                || mentions.stream()
                        .anyMatch(m -> m.concept().equals("ask.question") && m.from() <= 1 && m.from() == firstWord());
    }

    private int firstWord() {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).sort() != Word.Sort.SIGN) {
                return i;
            }
        }
        return 0;
    }

    /** Marks words as understood. */
    public void explain(int from, int to) {
        explained.set(from, Math.min(Math.max(from, to), words.size()));
    }

    public boolean isExplained(int i) {
        return explained.get(i);
    }

    private boolean isFiller(int i) {
        return words.get(i).text().length() < 2
                || mentions.stream().anyMatch(m -> m.concept().equals("filler") && m.from() <= i && i < m.to());
    }

    /** Words with meaning that nothing explains. */
    public List<Word> unexplained() {
        var left = new ArrayList<Word>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).sort() == Word.Sort.WORD && !isExplained(i) && !isFiller(i)) {
                left.add(words.get(i));
            }
        }
        return left;
    }

    /** Words with meaning. */
    public int contentWords() {
        int n = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).sort() != Word.Sort.SIGN && (isExplained(i) || !isFiller(i))) {
                n++;
            }
        }
        return n;
    }

    /** The words from a first to before a last, as they were said. */
    public String said(int from, int to) {
        return from >= to
                ? ""
                : read.substring(words.get(from).start(), words.get(to - 1).end());
    }
}
