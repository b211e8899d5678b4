package io.brainwright.agents.language;

import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "5 mM, sorry, 1.5 mM": what was taken back within the sentence was not said. */
final class Corrections {
    private static final Set<String> BACK = Set.of(
            "sorry",
            "pardon",
            "correction",
            "wait",
            "oops",
            "actually",
            "perdon",
            "enfin",
            "quatsch",
            "moment",
            "entschuldigung",
            "disculpa",
            "meant",
            "mean",
            "meinte",
            "dire",
            "decir");
    private static final Set<String> INSTEAD =
            Set.of("statt", "anstatt", "anstelle", "instead", "lieu", "vez", "lugar", "not", "nicht", "pas", "no");
    private static final int REACH = 6;

    /** "instead of the" */
    private static final int LINKS = 4;

    private Corrections() {}

    static List<Amount> applied(List<Amount> amounts, List<Word> words) {
        var kept = new ArrayList<Amount>();
        for (int i = 0; i < amounts.size(); i++) {
            var a = amounts.get(i);
            var next = i + 1 < amounts.size() ? amounts.get(i + 1) : a;
            if (next != a && isInstead(words, a, next)) {
                kept.add(a.unit().isEmpty() && !next.unit().isEmpty() ? inUnitOf(a, next) : a);
                i++;
                continue;
            }
            boolean takenBack = i + 1 < amounts.size()
                    && amounts.get(i + 1).is(a.dimension())
                    && corrects(words, a.to(), amounts.get(i + 1).from());
            if (!takenBack) {
                kept.add(a);
            }
        }
        return kept;
    }

    /** "34 statt 36 Grad", "50 ms instead of 20 ms": the second was, the first is to be. */
    private static boolean isInstead(List<Word> words, Amount a, Amount b) {
        var between = words.subList(a.to(), Math.max(a.to(), b.from())).stream()
                .map(Word::text)
                .toList();
        boolean alike = a.is(b.dimension()) || a.unit().isEmpty();
        boolean onlyLinks = between.size() <= LINKS
                && !between.isEmpty()
                && between.stream().anyMatch(INSTEAD::contains);
        boolean negation = between.size() == 1 && between.getFirst().matches("not|nicht|pas|no");
        return alike
                && onlyLinks
                && (!negation || a.is(b.dimension()))
                && a.form() == Amount.Form.ONE
                && b.form() == Amount.Form.ONE;
    }

    private static Amount inUnitOf(Amount bare, Amount other) {
        double inOther = other.values().getFirst() / Lists.saidValue(other);
        return new Amount(
                bare.from(),
                bare.to(),
                other.dimension(),
                java.util.List.of(other.is(Dimension.TEMPERATURE) ? bare.value() : bare.value() * inOther),
                bare.form(),
                bare.said(),
                other.unit(),
                bare.change());
    }

    private static boolean corrects(List<Word> words, int from, int to) {
        return to - from <= REACH
                && words.subList(from, Math.max(from, to)).stream().anyMatch(w -> BACK.contains(w.text()));
    }
}
