package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Words of a text that name entries.
 *
 * @param span where they stand in the text as it came
 * @param firstToken index of the first token
 * @param endToken index after the last token
 * @param words the words as said
 * @param entries what they may name, most likely first; none where {@code unsure}
 * @param edits letters that had to be corrected, 0 for an exact match
 * @param unsure whether the words look like a name but are none; nothing is chosen, {@code suggestions} are to be asked
 * @param suggestions entries of similar name, nearest first; none unless {@code unsure}
 */
public record EntryMention(
        Span span,
        int firstToken,
        int endToken,
        String words,
        List<Entry> entries,
        int edits,
        boolean unsure,
        List<Entry> suggestions) {
    public EntryMention {
        entries = List.copyOf(entries);
        suggestions = List.copyOf(suggestions);
    }

    /** The most likely entry. */
    public Optional<Entry> entry() {
        return entries.stream().findFirst();
    }

    /** The entry of one kind, where the words can name such. */
    public Optional<Entry> entry(EntryKind kind) {
        return entries.stream().filter(e -> e.kind() == kind).findFirst();
    }

    public boolean is(EntryKind kind) {
        return entry(kind).isPresent();
    }
}
