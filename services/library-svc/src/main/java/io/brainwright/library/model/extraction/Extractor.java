package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.context.Mentions;
import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.figure.Figures;
import io.brainwright.library.model.extraction.figure.SpreadWords;
import io.brainwright.library.model.extraction.figure.Spreads;
import io.brainwright.library.model.extraction.passage.PlainText;
import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.library.model.extraction.passage.Sentences;
import io.brainwright.neuro.text.Language;
import java.util.ArrayList;
import java.util.List;

/** Finds the values of a passage of running text. */
public final class Extractor {
    /** Names these rules in candidates; to be raised with every change that changes values. */
    public static final String VERSION = "rules-1";

    private Extractor() {}

    /** The values of a passage by itself. */
    public static Extraction extract(String text) {
        return extract(text, Surroundings.NONE);
    }

    /**
     * The values of a passage.
     *
     * @param text the passage as it stands; spans of the answer are places in it
     * @param surroundings what the document around it says
     */
    public static Extraction extract(String text, Surroundings surroundings) {
        var plain = PlainText.of(text);
        var sentences = Sentences.of(plain);
        var instructions = Instructions.find(sentences);
        if (blocked(plain, surroundings)) {
            return new Extraction(List.of(), instructions);
        }
        var language = Language.guess(text);
        var numbers = Figures.of(text, language);
        var defined = SpreadWords.definition(plain);
        var spreads = new Spreads(defined.orElse(surroundings.spread()));
        var over = PlainText.of(surroundings.words());
        var memory = new Memory(over, Mentions.find(over, 0, over.length()));
        boolean ours = surroundings.field() == Field.NEUROSCIENCE || NeuroscienceGate.ours(plain);
        var values = new ArrayList<ExtractedValue>();
        for (var sentence : sentences) {
            var mentions = Mentions.find(plain, sentence.begin(), sentence.end());
            if (!Instructions.spoken(sentence) && !Settings.only(sentence)) {
                var read = new ReadSentence(sentence, within(numbers, sentence), mentions, memory.words(), spreads);
                values.addAll(new SentenceValues(text, read, memory, ours).all());
            }
            memory.remember(sentence.words(), mentions);
        }
        return new Extraction(values, instructions);
    }

    private static boolean blocked(String plain, Surroundings surroundings) {
        return switch (surroundings.field()) {
            case OTHER -> true;
            case NEUROSCIENCE -> surroundings.methods();
            case UNKNOWN -> surroundings.methods() || NeuroscienceGate.others(plain);
        };
    }

    private static List<Figure> within(List<Figure> numbers, Sentence sentence) {
        return numbers.stream().filter(f -> sentence.holds(f.begin())).toList();
    }
}
