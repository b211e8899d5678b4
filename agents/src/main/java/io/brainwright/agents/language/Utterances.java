package io.brainwright.agents.language;

import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.Normalised;
import io.brainwright.neuro.text.QuantityScanner;
import io.brainwright.neuro.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads words into an {@link Utterance}: tokens, concepts, quantities, names. */
public final class Utterances {
    private final Concepts concepts = Concepts.shared();
    private final Mending mending;
    private final NameReader names;

    public Utterances(Lexicon lexicon) {
        this.mending = new Mending(concepts, lexicon);
        this.names = new NameReader(lexicon, concepts);
    }

    /** Reads a request; the language of the dialogue so far decides where the words tell nothing. */
    public Utterance read(String text, Language before) {
        var language = Language.guess(text, before);
        var spelled = Slashes.listed(Shorthand.spelled(text, language));
        var right = Squares.told(Commas.parted(mending.mended(spelled, Tokens.of(spelled), language)));
        var source = Normalised.of(right);
        var tokens = Tokens.of(source);
        var words = WordCut.words(tokens);
        var named = new ArrayList<>(names.named(tokens, words));
        var amounts = AmountReader.of(QuantityScanner.scan(source, tokens, language), words, named);
        var said = new ArrayList<>(words.stream().map(Word::text).toList());
        var mentions = concepts.in(said, language);
        if (mend(words, said, mentions, amounts, named, language)) {
            mentions = concepts.in(said, language);
            for (int i = 0; i < words.size(); i++) {
                var w = words.get(i);
                words.set(i, new Word(said.get(i), w.raw(), w.start(), w.end(), w.sort()));
            }
        }
        var spoken = mentions;
        named.removeIf(n -> n.is(Named.Kind.SPECIES)
                && spoken.stream()
                        .anyMatch(m -> m.family().equals("verb") && m.from() <= n.from() && n.to() <= m.to()));
        return new Utterance(text, right, language, words, mentions, amounts, named);
    }

    private boolean mend(
            List<Word> words,
            List<String> said,
            List<Mention> mentions,
            List<Amount> amounts,
            List<Named> named,
            Language language) {
        boolean mended = false;
        for (int i = 0; i < said.size(); i++) {
            int at = i;
            boolean known = words.get(i).sort() != Word.Sort.WORD
                    || mentions.stream().anyMatch(m -> m.from() <= at && at < m.to())
                    || amounts.stream().anyMatch(a -> a.from() <= at && at < a.to())
                    || named.stream().anyMatch(n -> n.from() <= at && at < n.to());
            if (!known) {
                var right = concepts.mended(said.get(i), language);
                mended |= !right.equals(said.get(i));
                said.set(i, right);
            }
        }
        return mended;
    }
}
