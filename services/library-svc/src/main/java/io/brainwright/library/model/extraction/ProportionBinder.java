package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Proportion;
import io.brainwright.library.model.extraction.ontology.Parameter;
import io.brainwright.library.model.extraction.ontology.ParameterOntology;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes values of counts: 11 of 97 pairs connected is a connection probability of 0.113; where the text also gives the share, they are one value. */
final class ProportionBinder {
    private static final Pattern CONNECTED = Patterns.words(
            "connect\\w*|coupled|connexion\\w*|connect[ée]e?s?|Verbindung\\w*|verbunden\\w*|conexi[oó]n\\w*|conectad[oa]s?|synap(?:ses|tically)|contacted");
    private static final Pattern ELECTRICAL = Patterns.words("gap[- ]junctions?|electrically|electrical coupling");
    private static final Pattern RECIPROCAL = Patterns.words("reciprocal(?:ly)?|bi-?directional(?:ly)?");
    private static final Pattern FAILED = Patterns.words("failures?|failed");
    /** chosen: a share in print has two digits or more, so it agrees with its counts within half of 0.01. */
    private static final double ROUNDING = 0.0051;

    private ProportionBinder() {}

    /** The values of a sentence with those of its counts, in order. */
    static List<Bound> join(ReadSentence read, List<Bound> values) {
        var all = new ArrayList<>(values);
        for (var proportion : read.proportions) {
            parameter(read).ifPresent(parameter -> add(all, parameter, proportion));
        }
        all.sort(java.util.Comparator.comparingInt(Bound::begin));
        return List.copyOf(all);
    }

    private static void add(List<Bound> all, Parameter parameter, Proportion proportion) {
        for (int i = 0; i < all.size(); i++) {
            var value = all.get(i);
            var figure = value.figure();
            boolean share = figure != null
                    && value.proportion() == null
                    && value.parameter().equals(parameter)
                    && (figure.dimension() == Dimension.FRACTION || figure.bare())
                    && Math.abs(value.unit().canonical(figure.middle()) - proportion.share()) < ROUNDING;
            if (share) {
                all.set(i, new Bound(parameter, figure, proportion, value.unit(), value.score()));
                return;
            }
        }
        all.add(new Bound(parameter, null, proportion, Unit.NONE, 1));
    }

    private static Optional<Parameter> parameter(ReadSentence read) {
        var words = read.sentence.words();
        var ontology = ParameterOntology.shipped();
        if (ELECTRICAL.matcher(words).find()) {
            return ontology.named("gap_junction_probability");
        }
        if (CONNECTED.matcher(words).find()) {
            return ontology.named(
                    RECIPROCAL.matcher(words).find() ? "reciprocal_connection_probability" : "connection_probability");
        }
        return FAILED.matcher(words).find() ? ontology.named("failure_rate") : Optional.empty();
    }
}
