package io.brainwright.agents.language;

import io.brainwright.neuro.text.QuantityMention;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;

/** Quantities of a text as the words hold them. */
final class AmountReader {
    private AmountReader() {}

    static List<Amount> of(List<QuantityMention> scanned, List<Word> words, List<Named> named) {
        var amounts = new ArrayList<Amount>();
        for (var q : scanned) {
            int from = WordCut.first(words, q.span());
            int to = WordCut.end(words, q.span());
            if (from < to && !isMean(words, from)) {
                amounts.add(amount(q, from, to));
            }
        }
        var apart = Seeds.listed(LayerWords.behindLayers(amounts, named, words), words);
        return Seeds.bare(
                Corrections.applied(
                        Lists.temperatures(Lists.evenlySpaced(Lists.joined(apart, words), words), words), words),
                words);
    }

    /** The "media" of "tasa media": a mean, and no half. */
    private static boolean isMean(List<Word> words, int at) {
        return at > 0
                && words.get(at).text().matches("medi[ao]s?")
                && words.get(at - 1).text().matches("tasas?|frecuencias?|valor|valores|actividad|potencial");
    }

    private static Amount amount(QuantityMention q, int from, int to) {
        var change = q.relative() == null
                ? Amount.Change.NONE
                : switch (q.relative()) {
                    case TIMES -> Amount.Change.TIMES;
                    case MORE -> Amount.Change.MORE;
                    case LESS -> Amount.Change.LESS;
                };
        var unit = q.unit();
        boolean fold = change == Amount.Change.TIMES && unit == null;
        return new Amount(
                from,
                to,
                fold ? Dimension.FOLD : q.dimension(),
                q.values(),
                form(q),
                q.raw(),
                unit == null ? "" : unit.symbol(),
                change);
    }

    private static Amount.Form form(QuantityMention q) {
        return switch (q.form()) {
            case SINGLE, PLUS_MINUS -> Amount.Form.ONE;
            case RANGE, PROPORTION -> Amount.Form.RANGE;
            case LIST -> Amount.Form.LIST;
            case STEPS -> Amount.Form.SERIES;
        };
    }
}
