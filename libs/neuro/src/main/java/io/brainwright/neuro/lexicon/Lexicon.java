package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Token;
import io.brainwright.neuro.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The words that Brainwright knows, and the search for them in a text.
 *
 * <p>The longest name wins. Case, accents, number and gender do not count. A misspelt word of five letters or more is corrected where one name alone is
 * near; a misspelt acronym never is: it comes back unsure, with suggestions.
 */
public final class Lexicon {
    private static final List<String> SHIPPED = List.of(
            "regions-rat",
            "regions-mouse",
            "m-types",
            "cell-classes",
            "markers",
            "receptors",
            "drugs",
            "species",
            "formats",
            "sites",
            "conditions");

    private static final class Shared {
        static final Lexicon LEXICON = new Lexicon(shipped());
    }

    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final NameIndex index;

    private Lexicon(Collection<Entry> entries) {
        for (var entry : entries) {
            byId.put(key(entry.kind(), entry.id()), entry);
        }
        index = new NameIndex(byId.values());
    }

    /** The lexicon that ships with Brainwright. */
    public static Lexicon open() {
        return Shared.LEXICON;
    }

    /** The same with more entries; one with the kind and id of an older entry replaces it. */
    public Lexicon with(Collection<Entry> more) {
        var all = new ArrayList<>(byId.values());
        all.addAll(more);
        return new Lexicon(all);
    }

    private static List<Entry> shipped() {
        var all = new ArrayList<Entry>();
        SHIPPED.forEach(name -> all.addAll(EntryFile.shipped(name)));
        return all;
    }

    /** All entries of a kind, in the order of the files. */
    public List<Entry> all(EntryKind kind) {
        return byId.values().stream().filter(e -> e.kind() == kind).toList();
    }

    /** The entry of an id. */
    public Optional<Entry> entry(EntryKind kind, String id) {
        return Optional.ofNullable(byId.get(key(kind, id)));
    }

    /** The entries that exactly these words name. */
    public List<Entry> named(String words) {
        var tokens = Tokens.of(words);
        return tokens.isEmpty() ? List.of() : index.find(WordForms.folded(tokens), words);
    }

    /** All mentions in a text, in order and without overlap. */
    public List<EntryMention> find(List<Token> tokens) {
        return find(tokens, word -> false);
    }

    /**
     * The same where the caller knows words of its own.
     *
     * @param known tells whether a folded word is known elsewhere, so that it is no misspelling
     */
    public List<EntryMention> find(List<Token> tokens, Predicate<String> known) {
        return new MentionSearch(index, tokens, known).all();
    }

    /** Whether a folded word is part of a name, or an ordinary word that is spelt as it stands. */
    public boolean knows(String folded) {
        return index.knows(folded) || OrdinaryWords.has(folded);
    }

    private static String key(EntryKind kind, String id) {
        return kind + " " + id;
    }
}
