package io.brainwright.library.model.extraction.figure;

import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.QuantityMention;
import io.brainwright.neuro.text.QuantityMention.Form;
import io.brainwright.neuro.text.QuantityMention.Part;
import io.brainwright.neuro.text.QuantityScanner;
import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.units.Quantity;
import io.brainwright.neuro.units.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of a text, one {@link Figure} for each value. */
public final class Figures {
    private static final Pattern DIGITS = Pattern.compile("^[^\\p{L}%°]*(?:[x×]\\s?10\\^?[-−]?\\d+)?\\s*");

    private Figures() {}

    /** Every number of a text in digits or words, in order; k of n and changes ("twice", "10 % more") are left out. */
    public static List<Figure> of(String text, Language language) {
        var figures = new ArrayList<Figure>();
        int list = 0;
        for (var mention : QuantityScanner.scan(text, language)) {
            if (mention.relative() != null || mention.form() == Form.PROPORTION || mention.form() == Form.STEPS) {
                continue;
            }
            switch (mention.form()) {
                case RANGE -> figures.add(range(mention));
                case LIST -> {
                    list++;
                    for (var part : mention.parts()) {
                        if (!fractionInWords(part)) {
                            figures.add(single(mention, part, list));
                        }
                    }
                }
                case SINGLE, PLUS_MINUS -> {
                    if (!fractionInWords(mention.parts().getFirst())) {
                        figures.add(single(mention, mention.parts().getFirst(), -1));
                    }
                }
                case PROPORTION, STEPS -> throw new AssertionError("left out above: " + mention.form());
            }
        }
        return List.copyOf(figures);
    }

    /** "half of the accepted value": a comparison, not a result. */
    private static boolean fractionInWords(Part part) {
        return part.number().chars().noneMatch(Character::isDigit)
                && part.quantity().value().stripTrailingZeros().scale() > 0;
    }

    private static Figure range(QuantityMention mention) {
        var low = mention.parts().getFirst().quantity();
        var high = mention.parts().getLast().quantity();
        return new Figure(
                mention.span(),
                digitsEnd(mention.span(), mention.raw()),
                null,
                in(low, high.unit()),
                high.value(),
                null,
                high.unit(),
                !mention.unitCarried(),
                mention.approximate(),
                -1);
    }

    private static Figure single(QuantityMention mention, Part part, int list) {
        boolean whole = mention.parts().size() == 1;
        var span = whole ? mention.span() : part.span();
        var raw = whole
                ? mention.raw()
                : mention.raw()
                        .substring(
                                part.span().start() - mention.span().start(),
                                part.span().end() - mention.span().start());
        var unit = part.quantity().unit();
        var spread = mention.spread();
        return new Figure(
                span,
                digitsEnd(span, raw),
                part.quantity().value(),
                null,
                null,
                spread == null ? null : in(spread, unit),
                unit,
                !unit.equals(Unit.NONE) && (part.unit() != null || (spread != null && !mention.unitCarried())),
                mention.approximate(),
                list);
    }

    private static int digitsEnd(Span span, String raw) {
        var digits = DIGITS.matcher(raw);
        return span.start() + (digits.find() && digits.end() > 0 ? digits.end() : raw.length());
    }

    /** A quantity's number in another unit of its dimension; "0.4 mm to 900 μm" has two. */
    private static @Nullable BigDecimal in(Quantity quantity, Unit unit) {
        if (quantity.unit().equals(unit) || quantity.unit().equals(Unit.NONE)) {
            return quantity.value();
        }
        return quantity.value().multiply(quantity.unit().factor()).divide(unit.factor(), MathContext.DECIMAL64);
    }
}
