package io.brainwright.agents.experts;

import io.brainwright.neuro.lexicon.Entry;
import io.brainwright.neuro.lexicon.EntryKind;
import io.brainwright.neuro.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of experts' files as entries of the lexicon: what a word means keeps all its other names and facts. */
public final class LexiconWords {
    private LexiconWords() {}

    /** The lexicon with further words. */
    public static Lexicon taught(Lexicon lexicon, List<ExtraWord> words) {
        return words.isEmpty() ? lexicon : lexicon.with(entries(lexicon, words));
    }

    /** Entries that stand for those of the same kind and id. */
    static List<Entry> entries(Lexicon lexicon, List<ExtraWord> words) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (var word : words) {
            var kind = EntryKind.valueOf(word.kind().toUpperCase(Locale.ROOT));
            var key = kind + " " + word.means();
            var earlier = entries.get(key);
            var known = earlier != null
                    ? earlier
                    : lexicon.entry(kind, word.means())
                            .orElseGet(() -> new Entry(word.means(), kind, Map.of(), List.of(word.means()), Map.of()));
            var names = new ArrayList<>(known.anyLanguage());
            names.add(word.word());
            entries.put(key, new Entry(known.id(), known.kind(), known.forms(), names, known.facts()));
        }
        return List.copyOf(entries.values());
    }

    /** What is wrong with words whose thing the lexicon does not know, one sentence each; of a kind that it lists nothing of, anything may be. */
    static List<String> unknown(Lexicon lexicon, List<ExtraWord> words) {
        return words.stream()
                .filter(w -> {
                    var kind = EntryKind.valueOf(w.kind().toUpperCase(Locale.ROOT));
                    return !lexicon.all(kind).isEmpty()
                            && lexicon.entry(kind, w.means()).isEmpty();
                })
                .map(w -> "%s: '%s' means the %s '%s', which nothing here is called; no plan can hold it."
                        .formatted(w.expert(), w.word(), w.kind().replace('_', '-'), w.means()))
                .toList();
    }
}
