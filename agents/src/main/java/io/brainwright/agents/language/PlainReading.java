package io.brainwright.agents.language;

import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.Normalised;
import io.brainwright.neuro.text.QuantityScanner;
import io.brainwright.neuro.text.Tokens;
import java.util.List;
import java.util.Optional;

/**
 * A request as it stands, before any spelling is corrected: its words and its quantities. In it the phrases of plugged-in stages are found,
 * which no lexicon knows.
 *
 * @param text the request
 * @param language of it
 * @param words in order
 * @param amounts in order
 */
public record PlainReading(String text, Language language, List<Word> words, List<Amount> amounts) {
    public PlainReading {
        words = List.copyOf(words);
        amounts = List.copyOf(amounts);
    }

    /** Reads a request; the language of the dialogue so far decides where the words tell nothing. */
    public static PlainReading of(String text, Language before) {
        var language = Language.guess(text, before);
        var source = Normalised.of(text);
        var tokens = Tokens.of(source);
        var words = WordCut.words(tokens);
        return new PlainReading(
                text,
                language,
                words,
                AmountReader.of(QuantityScanner.scan(source, tokens, language), words, List.of()));
    }

    /** Words of a phrase from the first of them to behind the last. */
    public record Place(int from, int to) {
        /** Words between this and another place; 0 where they touch. */
        public int gap(Place other) {
            return Math.max(0, Math.max(other.from - to, from - other.to));
        }

        /** The place from the first word of both to behind their last. */
        public Place and(Place other) {
            return new Place(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    /** Where a phrase stands first; accents and case aside. */
    public Optional<Place> find(String phrase) {
        var wanted = Concepts.cut(phrase);
        for (int i = 0; !wanted.isEmpty() && i + wanted.size() <= words.size(); i++) {
            int k = 0;
            while (k < wanted.size() && words.get(i + k).text().equals(wanted.get(k))) {
                k++;
            }
            if (k == wanted.size()) {
                return Optional.of(new Place(i, i + k));
            }
        }
        return Optional.empty();
    }

    /** The text with the words of some places blanked out; every other character stays where it was. */
    public String without(List<Place> places) {
        var left = new StringBuilder(text);
        for (var place : places) {
            for (int i = words.get(place.from).start();
                    i < words.get(place.to - 1).end();
                    i++) {
                left.setCharAt(i, ' ');
            }
        }
        return left.toString();
    }
}
