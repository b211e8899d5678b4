package io.brainwright.neuro.text;

import io.brainwright.neuro.text.QuantityMention.Part;
import io.brainwright.neuro.units.Quantity;
import io.brainwright.neuro.units.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one number with its unit, in digits or words. */
final class PartReader {
    /**
     * A part and where it lies among the tokens.
     *
     * @param part what it says
     * @param from its first token
     * @param end the token after its last
     */
    record Found(Part part, int from, int end) {
        boolean hasUnit() {
            return part.unit() != null;
        }

        Unit unit() {
            return part.quantity().unit();
        }
    }

    private final Normalised source;
    private final List<Token> tokens;
    private final Language language;

    PartReader(Normalised source, List<Token> tokens, Language language) {
        this.source = source;
        this.tokens = tokens;
        this.language = language;
    }

    /** The part that begins at a token; null where none does. */
    @Nullable
    Found at(int i) {
        if (i >= tokens.size()) {
            return null;
        }
        var factor = Multipliers.at(tokens, i);
        if (factor != null) {
            return found(i, factor, factor.end(), null);
        }
        var fraction = FractionWords.at(tokens, i, language);
        if (fraction != null) {
            return found(i, fraction, fraction.end(), unitBehind(fraction.end()));
        }
        var number = Digits.at(tokens, i, language);
        if (number == null && tokens.get(i).is(Token.Kind.WORD)) {
            number = NumberWords.at(tokens, i, language);
        }
        if (number != null) {
            number = FractionWords.andAHalf(tokens, number);
            if (OneOf.pronoun(tokens, i, number) || Ordinals.inDigits(tokens, i)) {
                return null;
            }
            var unit = unitBehind(number.end());
            if (unit != null) {
                number = FractionWords.halfBehindUnit(tokens, number, unit.end());
            }
            return found(i, number, number.end(), unit);
        }
        var unit = OneOf.unit(tokens, i, language) ? unitBehind(i + 1) : null;
        return unit == null ? null : oneOf(i, unit);
    }

    /** Whether a bare number in words changes something rather than being its value. */
    boolean multiplies(Found found) {
        return !found.hasUnit() && Multipliers.multiplies(tokens, found.from(), found.end(), language);
    }

    /** A unit alone, as a part of value 1. */
    @Nullable
    Found unitOnly(int i) {
        var unit = UnitReader.at(tokens, i, language);
        return unit == null ? null : found(i, new ReadNumber(BigDecimal.ONE, i, false), i, unit);
    }

    /** "a second", "eine Sekunde". */
    private Found oneOf(int i, ReadUnit unit) {
        var one = new ReadNumber(BigDecimal.ONE, i + 1, true);
        return found(i, FractionWords.halfBehindUnit(tokens, one, unit.end()), i + 1, unit);
    }

    private @Nullable ReadUnit unitBehind(int i) {
        boolean hyphen = i + 1 < tokens.size()
                && tokens.get(i).isSign("-")
                && !tokens.get(i).afterGap()
                && !tokens.get(i + 1).afterGap();
        return UnitReader.at(tokens, hyphen ? i + 1 : i, language);
    }

    private Found found(int from, ReadNumber number, int unitFrom, @Nullable ReadUnit unit) {
        int end = unit == null ? number.end() : Math.max(unit.end(), number.end());
        int numberEnd = unit == null ? number.end() : Math.min(number.end(), unitFrom);
        numberEnd = Math.max(numberEnd, from + 1);
        var part = new Part(
                span(from, end),
                raw(from, numberEnd),
                unit == null ? null : raw(unitFrom, unit.end()),
                new Quantity(number.value(), unit == null ? Unit.NONE : unit.unit()));
        return new Found(part, from, end);
    }

    Span span(int from, int end) {
        return tokens.get(from).span().hull(tokens.get(end - 1).span());
    }

    String raw(int from, int end) {
        return span(from, end).of(source.original());
    }
}
