package io.brainwright.agents.language;

import io.brainwright.neuro.units.Dimension;
import java.util.List;
import java.util.Set;

/** "calcium 1.4 mM and the seed to 5": a seed carries no unit over from the quantity before it. */
final class Seeds {
    private static final Set<String> SEED = Set.of("seed", "graine", "germe", "startwert", "semilla");
    private static final int REACH = 3;

    private Seeds() {}

    static List<Amount> bare(List<Amount> amounts, List<Word> words) {
        return amounts.stream()
                .map(a -> isSeed(a, words) ? number(a, words) : a)
                .toList();
    }

    private static boolean isSeed(Amount a, List<Word> words) {
        boolean one = a.to() - a.from() == 1
                && words.get(a.from()).text().matches("\\d+")
                && !a.unit().isEmpty();
        return one
                && words.subList(Math.max(0, a.from() - REACH), a.from()).stream()
                        .anyMatch(w -> SEED.contains(w.text()));
    }

    private static Amount number(Amount a, List<Word> words) {
        var text = words.get(a.from()).text();
        return new Amount(
                a.from(), a.to(), Dimension.NUMBER, List.of(Double.parseDouble(text)), a.form(), text, "", a.change());
    }
}
