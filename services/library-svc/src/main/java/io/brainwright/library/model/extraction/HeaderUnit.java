package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.ontology.TermHit;
import io.brainwright.library.model.extraction.passage.Brackets;
import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.QuantityScanner;
import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.units.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A unit that stands in brackets behind the name of a quantity and holds for the bare numbers after it: "Density (10³ cells/mm³): L1
 * 18.2", "Input resistance (MΩ) 112".
 *
 * @param hit the name
 * @param unit the unit, its scale multiplied in
 * @param bracket the place between the brackets
 */
record HeaderUnit(TermHit hit, Unit unit, Span bracket) {
    static Optional<HeaderUnit> find(Sentence sentence, List<TermHit> hits) {
        for (var hit : hits) {
            var bracket = Brackets.after(sentence, hit.end());
            var found = bracket.flatMap(b -> unit(sentence.between(b.start(), b.end())))
                    .filter(unit -> hit.parameter().fits(unit.dimension()))
                    .map(unit -> new HeaderUnit(hit, unit, bracket.orElseThrow()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A unit alone, or a power of ten with a unit ("10³ cells/mm³", "×1000/mm³"); anything else is no header. */
    static Optional<Unit> unit(String words) {
        var text = words.strip().replaceFirst("^(?:in |[x×*] ?)", "").strip();
        if (text.isEmpty() || text.length() > 40 || text.matches("(?i)[nc] ?=.*")) {
            return Optional.empty();
        }
        boolean scaled = Character.isDigit(text.charAt(0)) && !text.startsWith("1/");
        if (scaled) {
            text = text.replaceFirst("^10\\^?(?=[3-9](?: |/|$|[\\p{L}]))", "10^");
        }
        var mentions = QuantityScanner.scan(scaled ? text : "1 " + text, Language.ENGLISH);
        if (mentions.size() != 1
                || mentions.getFirst().unit() == null
                || mentions.getFirst().span().end() < (scaled ? text.length() : text.length() + 2)) {
            return Optional.empty();
        }
        var scale = mentions.getFirst().number();
        boolean powerOfTen = scale.stripTrailingZeros().unscaledValue().equals(java.math.BigInteger.ONE);
        var unit = mentions.getFirst().unit();
        return powerOfTen && unit != null
                ? Optional.of(
                        new Unit(unit.symbol(), unit.dimension(), unit.factor().multiply(scale), unit.zero()))
                : Optional.empty();
    }

    boolean holdsFor(Figure figure) {
        return figure.begin() > bracket.end() && !figure.unitSaid();
    }
}
