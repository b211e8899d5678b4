package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.ontology.TermHit;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.neuro.units.Unit;
import java.util.regex.Pattern;

/** How near a number stands to the name of a quantity, in the way that sentences are built. */
final class Nearness {
    private static final Pattern CLAUSE = Patterns.words(
            "whereas|while|but|although|because|when|where|which|who|if|since|w[aä]hrend|aber|wobei|tandis que|mais|mientras|pero");
    private static final Pattern ADJACENT = Pattern.compile(
            "\\s?-?(?:(?:in|of|for|de|para) (?:the |la |el )?|(?!(?:and|or|with|but|at|to|by|from|than|vs|versus|in|for|et|und|y|con|mit|avec)\\b)\\p{L}+ )?");
    private static final Pattern COPULA =
            Patterns.words("was|were|is|are|had|averaged|of|about|reached|had a|=|[ée]tait|betrug|lag bei|fue|era");
    private static final double LEFT_REACH = 260;
    private static final double RIGHT_REACH = 90;

    private Nearness() {}

    static double score(ReadSentence read, Figure figure, TermHit hit) {
        double score = hit.end() <= figure.begin() ? left(read, figure, hit) : right(read, figure, hit);
        boolean plain = figure.bare() || !figure.unitSaid();
        return plain && hit.parameter().unit().equals(Unit.NONE) ? score - 0.12 : score;
    }

    private static double left(ReadSentence read, Figure figure, TermHit hit) {
        var gap = read.sentence.between(hit.end(), figure.begin());
        double score = hit.weight() * (1 - Math.min(gap.length(), LEFT_REACH) / LEFT_REACH);
        score -= 0.12
                * read.figures.stream()
                        .filter(f -> hit.end() <= f.begin() && f.end() <= figure.begin() && !sameList(f, figure))
                        .count();
        score -= gap.contains(";") ? 0.15 : 0;
        score -= CLAUSE.matcher(gap).find() ? 0.12 : 0;
        return score;
    }

    private static boolean sameList(Figure one, Figure other) {
        return one.list() >= 0 && one.list() == other.list();
    }

    private static double right(ReadSentence read, Figure figure, TermHit hit) {
        if (hit.begin() < figure.end()) {
            return 0;
        }
        var gap = read.sentence.between(figure.end(), hit.begin());
        if (ADJACENT.matcher(gap).matches()
                && !COPULA.matcher(gap.replaceFirst("^\\s?of ", "")).find()
                && !claimed(read, hit)) {
            return hit.weight();
        }
        double score = hit.weight() * (0.72 - Math.min(gap.length(), RIGHT_REACH) / RIGHT_REACH);
        score -= 0.3
                * read.figures.stream()
                        .filter(f -> f.begin() >= figure.end() && f.end() <= hit.begin() && !sameList(f, figure))
                        .count();
        score -= gap.contains(";") || gap.contains(",") ? 0.15 : 0;
        score -= CLAUSE.matcher(gap).find() || gap.matches("(?s).*\\b(?:and|et|und|y)\\b.*") ? 0.15 : 0;
        return claimed(read, hit) ? score - 0.3 : score;
    }

    /** Whether the name is followed by a number of its own: "... and threshold -42 mV". */
    private static boolean claimed(ReadSentence read, TermHit hit) {
        return read.figures.stream()
                .filter(f -> f.begin() >= hit.end())
                .findFirst()
                .map(f -> f.begin() - hit.end() <= 25
                        && !read.sentence.between(hit.end(), f.begin()).matches("(?s).*[,;.].*")
                        && (hit.parameter().fits(f.dimension()) || !f.unitSaid())
                        && (read.sentence.between(hit.end(), f.begin()).isBlank()
                                || COPULA.matcher(read.sentence.between(hit.end(), f.begin()))
                                        .find()))
                .orElse(false);
    }
}
