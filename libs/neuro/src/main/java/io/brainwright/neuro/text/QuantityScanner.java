package io.brainwright.neuro.text;

import io.brainwright.neuro.text.PartReader.Found;
import io.brainwright.neuro.text.QuantityMention.Relative;
import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Quantity;
import io.brainwright.neuro.units.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every number in a text together with its unit, its neighbours and what is said about it.
 *
 * <p>Digits inside names (S1HL, L2/3, Kv1.1) are no quantities. Mentions come in order and do not overlap.
 */
public final class QuantityScanner {
    private final List<Token> tokens;
    private final PartReader parts;
    private final Groups groups;

    private QuantityScanner(Normalised source, List<Token> tokens, Language language) {
        this.tokens = tokens;
        this.parts = new PartReader(source, tokens, language);
        this.groups = new Groups(tokens, parts);
    }

    /** The quantities of a text in a known language. */
    public static List<QuantityMention> scan(String text, Language language) {
        var source = Normalised.of(text);
        return scan(source, Tokens.of(source), language);
    }

    /** The same where the text is cut already. */
    public static List<QuantityMention> scan(Normalised source, List<Token> tokens, Language language) {
        return CarriedUnits.fill(tokens, new QuantityScanner(source, tokens, language).all());
    }

    private List<QuantityMention> all() {
        var found = new ArrayList<QuantityMention>();
        int i = 0;
        while (i < tokens.size()) {
            var first = parts.at(i);
            if (first == null) {
                i++;
            } else {
                var group = groups.from(first);
                found.add(mention(group));
                i = Math.max(i + 1, group.end());
            }
        }
        return found;
    }

    private QuantityMention mention(Groups.Group group) {
        int from = group.from();
        int end = group.end();
        var qualifier = Qualifiers.read(tokens, from, end);
        boolean shared = group.parts().stream().anyMatch(p -> !p.hasUnit());
        var unit = group.parts().getLast().unit();
        return new QuantityMention(
                parts.span(from, end),
                parts.raw(from, end),
                group.form(),
                group.parts().stream()
                        .map(p -> shared ? withUnit(p, unit) : p.part())
                        .toList(),
                inUnit(group.spread(), unit),
                inUnit(group.step(), unit),
                false,
                qualifier.bound(),
                qualifier.approximate(),
                group.parts().size() == 1 && factor(group.parts().getFirst()) ? Relative.TIMES : qualifier.relative());
    }

    private boolean factor(Found found) {
        return found.unit().dimension() == Dimension.FOLD || parts.multiplies(found);
    }

    /** "1.0 to 2.0 mM": the unit behind the last number is that of all. */
    private static QuantityMention.Part withUnit(Found found, Unit unit) {
        var part = found.part();
        return found.hasUnit()
                ? part
                : new QuantityMention.Part(
                        part.span(),
                        part.number(),
                        null,
                        new Quantity(part.quantity().value(), unit));
    }

    private static @Nullable Quantity inUnit(@Nullable Found found, Unit unit) {
        return found == null
                ? null
                : found.hasUnit()
                        ? found.part().quantity()
                        : new Quantity(found.part().quantity().value(), unit);
    }
}
