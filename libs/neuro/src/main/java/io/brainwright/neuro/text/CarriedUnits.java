package io.brainwright.neuro.text;

import io.brainwright.neuro.text.QuantityMention.Form;
import io.brainwright.neuro.text.QuantityMention.Part;
import io.brainwright.neuro.units.Quantity;
import io.brainwright.neuro.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a bare number the unit of the number before it where the text leaves the unit out: "2.5 um for excitatory axons and 0.25 for
 * inhibitory ones".
 *
 * <p>Only within one sentence, only after a contrast or with decimals, never where a noun follows that the number counts, nor behind = or a word
 * that makes it a name ("layer 4").
 */
final class CarriedUnits {
    private static final Set<String> CONTRASTS = Set.of(
            "and",
            "but",
            "whereas",
            "while",
            "versus",
            "vs",
            "or",
            "only",
            "instead",
            "und",
            "aber",
            "während",
            "oder",
            "gegen",
            "et",
            "mais",
            "contre",
            "tandis",
            "y",
            "pero",
            "mientras",
            "contra",
            "to");

    private CarriedUnits() {}

    static List<QuantityMention> fill(List<Token> tokens, List<QuantityMention> mentions) {
        var filled = new ArrayList<QuantityMention>();
        QuantityMention before = null;
        for (var mention : mentions) {
            var unit = before == null ? null : before.unit();
            boolean carried = unit != null
                    && before != null
                    && mention.isBare()
                    && mention.relative() == null
                    && mention.form() != Form.PROPORTION
                    && carries(tokens, before, mention);
            var result = carried && unit != null ? with(mention, unit) : mention;
            filled.add(result);
            before = result.isBare() ? before : result;
        }
        return List.copyOf(filled);
    }

    private static boolean carries(List<Token> tokens, QuantityMention from, QuantityMention to) {
        int first = tokenFrom(tokens, to.span().start());
        int behind = tokenFrom(tokens, to.span().end());
        var before = first > 0 ? tokens.get(first - 1) : null;
        boolean named = (before != null && (before.isSign("=") || before.isSign(":"))) || Groups.isName(tokens, first);
        boolean contrast = false;
        for (int i = tokenFrom(tokens, from.span().end()); i < first; i++) {
            if (ends(tokens.get(i))) {
                return false;
            }
            contrast |= CONTRASTS.contains(tokens.get(i).lower());
        }
        boolean decimals = to.parts().getFirst().number().matches(".*\\d[.,]\\d.*");
        return !named
                && before != null
                && follows(tokens, from, before)
                && (contrast || decimals)
                && !counts(tokens, behind);
    }

    /** The word before is a small one, or the one before the number with the unit: "carried 20 um ... carried 17". */
    private static boolean follows(List<Token> tokens, QuantityMention from, Token before) {
        int earlier = tokenFrom(tokens, from.span().start());
        boolean same = earlier > 0 && tokens.get(earlier - 1).lower().equals(before.lower());
        return same || CONTRASTS.contains(before.lower()) || Joints.AFTER_QUANTITY.contains(before.lower());
    }

    private static boolean ends(Token token) {
        return token.isSign(".") || token.isSign(";") || token.isSign("?") || token.isSign("!");
    }

    private static boolean counts(List<Token> tokens, int behind) {
        if (behind >= tokens.size()) {
            return false;
        }
        var next = tokens.get(behind);
        return next.is(Token.Kind.WORD) && !Joints.AFTER_QUANTITY.contains(next.lower());
    }

    private static int tokenFrom(List<Token> tokens, int start) {
        int i = 0;
        while (i < tokens.size() && tokens.get(i).span().start() < start) {
            i++;
        }
        return i;
    }

    private static QuantityMention with(QuantityMention mention, Unit unit) {
        var parts = mention.parts().stream()
                .map(p -> new Part(
                        p.span(), p.number(), null, new Quantity(p.quantity().value(), unit)))
                .toList();
        return new QuantityMention(
                mention.span(),
                mention.raw(),
                mention.form(),
                parts,
                carried(mention.spread(), unit),
                carried(mention.step(), unit),
                true,
                mention.bound(),
                mention.approximate(),
                mention.relative());
    }

    private static @Nullable Quantity carried(@Nullable Quantity bare, Unit unit) {
        return bare == null ? null : new Quantity(bare.value(), unit);
    }
}
