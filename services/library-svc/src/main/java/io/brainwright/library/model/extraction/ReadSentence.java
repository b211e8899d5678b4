package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.context.Mention;
import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.figure.NotAResult;
import io.brainwright.library.model.extraction.figure.Proportion;
import io.brainwright.library.model.extraction.figure.Proportions;
import io.brainwright.library.model.extraction.figure.Sample;
import io.brainwright.library.model.extraction.figure.Samples;
import io.brainwright.library.model.extraction.figure.Spreads;
import io.brainwright.library.model.extraction.ontology.TermHit;
import io.brainwright.library.model.extraction.ontology.Terms;
import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a sentence says, before anything is put together: names of quantities, numbers that may be results, samples, mentions. */
final class ReadSentence {
    final Sentence sentence;
    final List<TermHit> hits;
    final List<Mention> mentions;
    final List<Sample> samples;
    final List<Proportion> proportions;
    final Citations citations;
    final Optional<HeaderUnit> header;
    /** Every number of the sentence. */
    final List<Figure> numbers;
    /** Those that may be results, units of their neighbours given. */
    final List<Figure> figures;

    final Map<Figure, Spreads.Found> spreads = new HashMap<>();

    ReadSentence(Sentence sentence, List<Figure> numbers, List<Mention> mentions, String before, Spreads spreads) {
        this.sentence = sentence;
        this.numbers = numbers;
        this.mentions = mentions;
        this.hits = Terms.find(sentence, before);
        this.citations = new Citations(sentence);
        this.samples = Samples.find(sentence);
        this.proportions = Proportions.find(sentence);
        this.header = HeaderUnit.find(sentence, hits);
        this.figures = results(spreads);
    }

    private List<Figure> results(Spreads reader) {
        var open = new ArrayList<>(numbers);
        open.removeIf(this::belongsElsewhere);
        var brackets = new ArrayList<Span>();
        var found = new ArrayList<Figure>();
        for (int i = 0; i < open.size(); i++) {
            var figure = open.get(i);
            if (brackets.stream().anyMatch(b -> b.covers(figure.span()))) {
                continue;
            }
            int next = i + 1 < open.size() ? open.get(i + 1).begin() : sentence.end();
            var spread = NotAResult.reason(sentence, figure).isPresent()
                    ? Optional.<Spreads.Found>empty()
                    : reader.of(sentence, figure, bracketEnd(open, i, next));
            spread.ifPresent(s -> {
                spreads.put(figure, s);
                if (s.bracket() != null) {
                    brackets.add(s.bracket());
                }
            });
            found.add(figure);
        }
        found.removeIf(f -> NotAResult.reason(sentence, f).isPresent());
        return NeighbourUnits.give(sentence, found, spreads);
    }

    /** Words up to the second next number may say the kind of spread where the next one stands in the brackets of this one. */
    private int bracketEnd(List<Figure> open, int i, int next) {
        return next - open.get(i).end() <= 3 && i + 2 < open.size()
                ? open.get(i + 2).begin()
                : next;
    }

    /** Digits of layers, ages, citations, samples, k of n and headers. */
    private boolean belongsElsewhere(Figure figure) {
        int at = figure.begin();
        return mentions.stream().anyMatch(m -> m.begin() <= at && at < m.end())
                || citations.covers(at)
                || samples.stream().anyMatch(s -> s.begin() <= at && at < s.end())
                || proportions.stream()
                        .anyMatch(p -> p.span().start() <= at && at < p.span().end())
                || header.stream()
                        .anyMatch(h ->
                                h.bracket().start() <= at && at < h.bracket().end());
    }
}
