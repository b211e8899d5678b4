package io.brainwright.neuro.text;

import io.brainwright.neuro.text.Groups.Group;
import io.brainwright.neuro.text.PartReader.Found;
import io.brainwright.neuro.text.QuantityMention.Form;
import io.brainwright.neuro.text.QuantityMention.Part;
import io.brainwright.neuro.units.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a value and its spread in brackets with what stands behind both: "(5.1 ± 0.4) × 10^4 per mm3". */
final class Brackets {
    private Brackets() {}

    /** The group of such a pair, null where no bracket closes behind it or nothing follows that belongs to both. */
    static @Nullable Group scale(List<Token> tokens, PartReader reader, Found value, Found spread) {
        int close = spread.end();
        if (!Joints.sign(tokens, value.from() - 1, "(") || !Joints.sign(tokens, close, ")")) {
            return null;
        }
        int i = close + 1;
        boolean times = Joints.sign(tokens, i, "×")
                || Joints.sign(tokens, i, "*")
                || Joints.sign(tokens, i, "·")
                || Joints.word(tokens, i, "x");
        if (times) {
            var factor = reader.at(i + 1);
            return factor == null
                    ? null
                    : group(
                            scaled(value, factor, factor.part().quantity().value()),
                            scaled(spread, factor, factor.part().quantity().value()),
                            factor.end());
        }
        var unit = reader.unitOnly(i);
        return unit == null || value.hasUnit()
                ? null
                : group(scaled(value, unit, BigDecimal.ONE), scaled(spread, unit, BigDecimal.ONE), unit.end());
    }

    private static Group group(Found value, Found spread, int end) {
        return new Group(Form.PLUS_MINUS, List.of(value), spread, null, value.from() - 1, end);
    }

    private static Found scaled(Found found, Found behind, BigDecimal factor) {
        var part = found.part();
        var unit = behind.hasUnit() ? behind.unit() : found.unit();
        var quantity = new Quantity(part.quantity().value().multiply(factor), unit);
        return new Found(
                new Part(part.span(), part.number(), behind.part().unit(), quantity), found.from(), found.end());
    }

    /** A value whose unit stands behind its spread. */
    static Found withUnit(Found value, Found spread) {
        var part = value.part();
        return new Found(
                new Part(
                        part.span(),
                        part.number(),
                        spread.part().unit(),
                        new Quantity(part.quantity().value(), spread.unit())),
                value.from(),
                value.end());
    }
}
