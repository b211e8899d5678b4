package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.figure.Spread;
import io.brainwright.library.model.extraction.figure.SpreadKind;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.neuro.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the values of one sentence together. */
final class SentenceValues {
    private static final Pattern MEDIAN = Patterns.words("medians?|m[ée]dianes?|Median\\w*|medianas?");
    private static final Pattern MEAN = Patterns.words(
            "means?|averaged?|on average|moyennes?|en moyenne|Mittelwerte?|im Mittel|durchschnittlich|media|promedio|averaging");
    private static final Pattern JUNCTION =
            Patterns.anywhere("(not|un) ?-?corrected for (?:the )?(?:liquid )?junction potential");

    private final String text;
    private final ReadSentence read;
    private final Memory memory;
    private final boolean ours;

    SentenceValues(String text, ReadSentence read, Memory memory, boolean ours) {
        this.text = text;
        this.read = read;
        this.memory = memory;
        this.ours = ours;
    }

    List<ExtractedValue> all() {
        var bound = ProportionBinder.join(read, Binder.bind(read)).stream()
                .filter(this::believed)
                .toList();
        if (bound.isEmpty()) {
            return List.of();
        }
        var tissues = new TissueReader(read, bound, memory);
        var samples = new SampleReader(read, bound);
        var values = new ArrayList<ExtractedValue>();
        for (var value : bound) {
            values.add(value(value, tissues.of(value), samples.of(value)));
        }
        return values;
    }

    /** Words that other fields use as well count only where nerve cells are spoken of. */
    private boolean believed(Bound value) {
        return ours
                || value.proportion() != null
                || read.hits.stream()
                        .anyMatch(h -> !h.weak() && (h.parameter().equals(value.parameter()) || h.weight() >= 0.9));
    }

    private ExtractedValue value(Bound bound, Tissue tissue, SampleSize sample) {
        var figure = bound.figure();
        var spread = spread(bound);
        var source = read.citations.source(bound.begin());
        var notes = new ArrayList<String>();
        if (spread != null && !spread.stated()) {
            notes.add("the text does not say what ± is; taken as SD");
        }
        if (JUNCTION.matcher(read.sentence.words()).find()) {
            notes.add("not corrected for the liquid junction potential");
        }
        var quote = new Span(read.sentence.begin(), read.sentence.end());
        boolean derived = figure == null;
        double score = Math.min(1, bound.score())
                * (source.isEmpty() ? 1 : 0.8)
                * (bound.parameter().name().equals("psp_amplitude") ? 0.7 : 1);
        return new ExtractedValue(
                bound.parameter().name(),
                number(bound),
                bound.parameter().unitName(),
                spread,
                statistic(bound),
                sample,
                tissue,
                derived,
                figure != null && figure.approximate() || inApproximateList(bound),
                source,
                source.isEmpty(),
                Math.round(score * 100) / 100.0,
                bound.place(),
                quote,
                quote.of(text),
                notes);
    }

    /** "about 40% are X, 30% Y and 30% Z": about holds for the list. */
    private boolean inApproximateList(Bound bound) {
        if (!bound.parameter().name().equals("marker_fraction")) {
            return false;
        }
        return read.figures.stream()
                .filter(f -> f.end() <= bound.begin()
                        && f.dimension() == bound.unit().dimension())
                .reduce((_, last) -> last)
                .map(f -> f.approximate() || before(f))
                .orElse(false);
    }

    private boolean before(Figure figure) {
        return read.figures.stream()
                .filter(f -> f.end() <= figure.begin() && f.value() != null)
                .anyMatch(Figure::approximate);
    }

    private static @Nullable Double number(Bound bound) {
        var figure = bound.figure();
        if (figure == null) {
            return Objects.requireNonNull(bound.proportion(), "proportion").share();
        }
        return figure.value() == null ? null : canonical(figure.value(), bound);
    }

    private static double canonical(BigDecimal number, Bound bound) {
        return Values.canonical(number, bound.unit(), bound.parameter()).orElseThrow();
    }

    private @Nullable SpreadValue spread(Bound bound) {
        var figure = bound.figure();
        if (figure == null) {
            return null;
        }
        if (figure.low() != null && figure.high() != null) {
            return converted(Spread.between(SpreadKind.RANGE, figure.low(), figure.high()), bound);
        }
        var found = read.spreads.get(figure);
        return found == null ? null : converted(found.spread(), bound);
    }

    private static SpreadValue converted(Spread spread, Bound bound) {
        return new SpreadValue(
                spread.kind(),
                spread.amount() == null ? null : canonical(spread.amount(), bound),
                spread.low() == null ? null : canonical(spread.low(), bound),
                spread.high() == null ? null : canonical(spread.high(), bound),
                spread.stated());
    }

    private String statistic(Bound bound) {
        int from = Math.max(read.sentence.begin(), bound.begin() - 40);
        int to = Math.min(read.sentence.end(), bound.end() + 40);
        var around = read.sentence.between(from, to);
        var found = bound.figure() == null ? null : read.spreads.get(bound.figure());
        boolean iqr = found != null && found.spread().kind() == SpreadKind.IQR;
        if (MEDIAN.matcher(around).find()
                || (iqr && MEDIAN.matcher(read.sentence.words()).find())) {
            return "median";
        }
        return MEAN.matcher(around).find() ? "mean" : "";
    }
}
