package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.context.Mentions;
import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.figure.Figures;
import io.brainwright.library.model.extraction.figure.SpreadWords;
import io.brainwright.library.model.extraction.figure.Spreads;
import io.brainwright.library.model.extraction.passage.PlainText;
import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one cell of a table as the sentence that a reader makes of it: headers, then the row's header, then the cell ("Input resistance
 * (MΩ): PV 112 ± 9; n = 14"). The same rules as for running text then apply; the answer's places are those of the cell.
 */
public final class CellReader {
    private CellReader() {}

    /**
     * The value of a cell, where its headers name a quantity that it can be a value of.
     *
     * @param row text of the row, which is quoted
     * @param cell the cell's place in it
     * @param columnHeaders headers over the cell, outermost first
     * @param rowHeader the row's first cell
     * @param around what stands over the table
     * @param spread header and text of a column with the spread of this one, empty where there is none
     * @param n text of a column with sample sizes, empty where there is none
     */
    public static Optional<ExtractedValue> read(
            String row,
            Span cell,
            String columnHeaders,
            String rowHeader,
            Surroundings around,
            String spread,
            String n) {
        var content = cell.of(row).strip();
        if (!content.matches("(?s)^[-−–+~≈<>±]?\\s?[\\d.].*") || content.length() > 60) {
            return Optional.empty();
        }
        for (var heads : List.of(List.of(columnHeaders, rowHeader), List.of(rowHeader, columnHeaders))) {
            var found = read(row, cell, content, heads, around, spread, n);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ExtractedValue> read(
            String row, Span cell, String content, List<String> heads, Surroundings around, String spread, String n) {
        var lead = heads.getFirst() + ": " + heads.getLast() + " ";
        var tail = (spread.isEmpty() ? "" : " (" + spread.replaceAll("\\s*\\([^)]*\\)", "") + ")")
                + (n.matches("\\d+") ? " (n = " + n + ")" : "");
        var text = lead + content + tail;
        var plain = PlainText.of(text);
        var sentence = new Sentence(plain, 0, plain.length());
        var over = PlainText.of(around.words());
        var memory = new Memory(over, Mentions.find(over, 0, over.length()));
        var spreads = new Spreads(SpreadWords.definition(plain)
                .or(() -> SpreadWords.definition(over))
                .orElse(around.spread()));
        var numbers = new ArrayList<Figure>();
        Figures.of(text, Language.ENGLISH).stream()
                .filter(f -> f.begin() >= heads.getFirst().length())
                .forEach(numbers::add);
        var read =
                new ReadSentence(sentence, numbers, Mentions.find(plain, 0, plain.length()), memory.words(), spreads);
        return new SentenceValues(text, read, memory, around.field() == Field.NEUROSCIENCE)
                .all().stream()
                        .filter(v -> v.place().start() >= lead.length()
                                && v.place().start() < lead.length() + content.length())
                        .findFirst()
                        .map(v -> moved(v, row, cell));
    }

    private static ExtractedValue moved(ExtractedValue v, String row, Span cell) {
        var whole = new Span(0, row.length());
        return new ExtractedValue(
                v.parameter(),
                v.value(),
                v.unit(),
                v.spread(),
                v.statistic(),
                v.sample(),
                v.tissue(),
                v.derived(),
                v.approximate(),
                v.citedFrom(),
                v.measuredHere(),
                v.confidence(),
                cell,
                whole,
                row,
                v.notes());
    }
}
