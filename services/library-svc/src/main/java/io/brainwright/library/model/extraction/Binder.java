package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.ontology.Parameter;
import io.brainwright.library.model.extraction.ontology.ParameterOntology;
import io.brainwright.library.model.extraction.ontology.TermHit;
import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which quantity each number of a sentence is a value of.
 *
 * <p>A number goes to the quantity whose name stands nearest, before it rather than behind it, in the same clause rather than in another,
 * and only where the unit's dimension fits; a noun directly behind the number ("6.2 release sites") says most. A number that
 * no name fits takes the quantity of the number before it where both are of one kind (ellipsis). The weights are chosen, tuned on the
 * development passages only.
 */
final class Binder {
    private static final double LEAST = 0.3;
    private static final double FAR = 0.4;

    private final ReadSentence read;
    private final List<Bound> bound = new ArrayList<>();

    private Binder(ReadSentence read) {
        this.read = read;
    }

    static List<Bound> bind(ReadSentence read) {
        var binder = new Binder(read);
        var aligned = AlignedNames.of(read);
        for (var figure : read.figures) {
            var named = aligned.get(figure);
            binder.next(figure, named).ifPresent(binder.bound::add);
        }
        return List.copyOf(binder.bound);
    }

    private Optional<Bound> next(Figure figure, @Nullable TermHit named) {
        if (named != null) {
            return bound(figure, named.parameter(), unit(figure, named.parameter()), named.weight());
        }
        var header = read.header.filter(h -> h.holdsFor(figure));
        if (header.isPresent()) {
            return bound(figure, header.get().hit().parameter(), header.get().unit(), 1);
        }
        var counted = counted(figure);
        if (counted.isEmpty() && figure.bare() && SampleNoun.follows(read.sentence, figure)) {
            return Optional.empty();
        }
        var nearest = nearest(figure);
        if (counted.isPresent()) {
            boolean nearer =
                    nearest.isPresent() && nearest.get().score() > counted.get().score();
            return nearer ? nearest : counted;
        }
        if (nearest.isPresent()) {
            return nearest;
        }
        var continued = ellipsis(figure);
        return continued.isPresent() ? continued : onlyOneFits(figure);
    }

    private Optional<Bound> counted(Figure figure) {
        Optional<Bound> best = Optional.empty();
        for (var parameter : ParameterOntology.shipped().all()) {
            if (!fits(figure, parameter)) {
                continue;
            }
            for (var rule : parameter.counted()) {
                boolean said = CountedNoun.follows(read.sentence, figure, rule.noun())
                        && (rule.needs() == null
                                || rule.needs().matcher(read.sentence.words()).find());
                double score = 1.2 * rule.weight();
                if (said && (best.isEmpty() || score > best.get().score())) {
                    var candidate = bound(figure, parameter, unit(figure, parameter), score);
                    best = candidate.isPresent() ? candidate : best;
                }
            }
        }
        return best;
    }

    private Optional<Bound> nearest(Figure figure) {
        Optional<Bound> best = Optional.empty();
        for (var hit : read.hits) {
            if (!fits(figure, hit.parameter())) {
                continue;
            }
            double score = Nearness.score(read, figure, hit);
            if (score >= LEAST && (best.isEmpty() || score > best.get().score())) {
                var candidate = bound(figure, hit.parameter(), unit(figure, hit.parameter()), score);
                best = candidate.isPresent() ? candidate : best;
            }
        }
        return best;
    }

    /** "Compared with rat neurons (38.6 MΩ), human neurons had an input resistance of ...": far away, but the only quantity of its unit. */
    private Optional<Bound> onlyOneFits(Figure figure) {
        if (figure.bare() || !figure.unitSaid() || figure.dimension() == Dimension.FRACTION) {
            return Optional.empty();
        }
        var fitting = read.hits.stream()
                .filter(h -> h.weight() >= 0.7 && h.parameter().fits(figure.dimension()))
                .map(TermHit::parameter)
                .distinct()
                .toList();
        boolean length = figure.dimension() == Dimension.LENGTH || figure.dimension() == Dimension.TIME;
        return fitting.size() == 1 && !length
                ? bound(figure, fitting.getFirst(), figure.unit(), FAR)
                : Optional.empty();
    }

    /** "..., whereas large basket cells carried 17.1": the quantity of the number before, where this one could be its. */
    private Optional<Bound> ellipsis(Figure figure) {
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        var last = bound.getLast();
        var before = last.figure();
        if (before == null || !Ellipsis.continues(read.sentence, before, figure)) {
            return Optional.empty();
        }
        boolean sameUnit = !figure.bare() && last.parameter().fits(figure.dimension());
        boolean carried = !figure.unitSaid() && Ellipsis.alike(before, figure);
        if (!sameUnit && !carried) {
            return Optional.empty();
        }
        return bound(figure, last.parameter(), sameUnit ? figure.unit() : last.unit(), 0.8 * last.score());
    }

    private Optional<Bound> bound(Figure figure, Parameter parameter, Unit unit, double score) {
        boolean plausible = Values.canonical(figure.middle(), unit, parameter)
                .map(parameter::plausible)
                .orElse(false);
        return plausible ? Optional.of(new Bound(parameter, figure, null, unit, score)) : Optional.empty();
    }

    /** A unit that was only carried over may not be meant: "rise time 0.7 ms and CV 0.34". */
    private static boolean fits(Figure figure, Parameter parameter) {
        return parameter.fits(figure.dimension())
                || (!figure.unitSaid() && parameter.unit().equals(Unit.NONE));
    }

    private static Unit unit(Figure figure, Parameter parameter) {
        return parameter.fits(figure.dimension()) ? figure.unit() : Unit.NONE;
    }
}
