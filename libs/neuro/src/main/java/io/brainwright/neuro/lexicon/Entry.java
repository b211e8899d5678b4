package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that the lexicon knows by name.
 *
 * @param id its identity: an atlas acronym, an m-type, {@code GABA_A}
 * @param kind what it is
 * @param forms its names by language, the best first
 * @param anyLanguage names and acronyms that every language uses
 * @param facts what else is known, by name: {@code parent}, {@code species}, {@code blocks}, {@code m_types}
 */
public record Entry(
        String id,
        EntryKind kind,
        Map<Language, List<String>> forms,
        List<String> anyLanguage,
        Map<String, List<String>> facts) {
    public Entry {
        forms = Map.copyOf(forms);
        anyLanguage = List.copyOf(anyLanguage);
        facts = Map.copyOf(new LinkedHashMap<>(facts));
    }

    /** The first value of a fact. */
    public Optional<String> fact(String name) {
        return facts(name).stream().findFirst();
    }

    /** All values of a fact, none where it is unknown. */
    public List<String> facts(String name) {
        return facts.getOrDefault(name, List.of());
    }

    /** Its best name in a language, else in English, else its id. */
    public String name(Language language) {
        var own = forms.getOrDefault(language, List.of());
        var english = forms.getOrDefault(Language.ENGLISH, List.of());
        return !own.isEmpty() ? own.getFirst() : !english.isEmpty() ? english.getFirst() : id;
    }
}
