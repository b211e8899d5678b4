package io.brainwright.agents.language;

import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Seeds are numbers without a unit: "calcium 1.4 mM and the seed to 5" carries none over, and "seeds one, two and three, 400 ms" ends
 * before the time.
 */
final class Seeds {
    private static final Set<String> SEED = Set.of("seed", "graine", "germe", "startwert", "semilla");
    private static final Set<String> SEEDS =
            Set.of("seeds", "graines", "germes", "startwerte", "startwerten", "zufallszahlen", "semillas");
    private static final Set<String> BETWEEN =
            Set.of(",", ";", "/", "and", "und", "et", "y", "&", "or", "oder", "ou", "o");
    /** The word for 1, which elsewhere is an article. */
    private static final Set<String> ONE = Set.of("one", "eins", "ein", "un", "une", "uno", "una");

    private static final int REACH = 3;

    private Seeds() {}

    /** The numbers that follow a word for seeds as one series, which no quantity behind them joins. */
    static List<Amount> listed(List<Amount> amounts, List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (SEEDS.contains(words.get(i).text())) {
                var row = row(amounts, words, i + 1);
                if (row.values().size() > 1) {
                    return with(row, amounts);
                }
            }
        }
        return amounts;
    }

    /** The list in its place; of a quantity that began within it the last value stays, which has the unit. */
    private static List<Amount> with(Amount row, List<Amount> amounts) {
        var kept = new ArrayList<Amount>();
        for (var a : amounts) {
            if (a.to() <= row.from()) {
                kept.add(a);
            }
        }
        kept.add(row);
        for (var a : amounts) {
            if (a.from() >= row.to()) {
                kept.add(a);
            } else if (a.to() > row.to()) {
                kept.add(new Amount(
                        row.to(),
                        a.to(),
                        a.dimension(),
                        List.of(a.values().getLast()),
                        Amount.Form.ONE,
                        a.said().replaceFirst("^.*[,;]\\s*", ""),
                        a.unit(),
                        a.change()));
            }
        }
        return kept;
    }

    private static int lastNumberAt(Amount a, List<Word> words) {
        int at = a.to() - 1;
        while (at > a.from() && words.get(at).sort() != Word.Sort.NUMBER) {
            at--;
        }
        return at;
    }

    private static double lastNumber(Amount a, List<Word> words) {
        return Double.parseDouble(words.get(lastNumberAt(a, words)).text().replace(',', '.'));
    }

    private static Amount row(List<Amount> amounts, List<Word> words, int begin) {
        var values = new ArrayList<Double>();
        int end = begin;
        for (int i = begin; i < words.size(); ) {
            int here = i;
            var number = amounts.stream()
                    .filter(a -> a.from() == here && a.unit().isEmpty() && a.is(Dimension.NUMBER))
                    .findFirst();
            var carried = amounts.stream()
                    .filter(a -> a.from() == here
                            && a.form() == Amount.Form.LIST
                            && !a.unit().isEmpty())
                    .findFirst();
            if (carried.isPresent()) {
                var a = carried.get();
                double factor = a.values().getLast() / lastNumber(a, words);
                a.values().subList(0, a.values().size() - 1).forEach(v -> values.add(v / factor));
                end = lastNumberAt(a, words);
                return new Amount(
                        begin, end, Dimension.NUMBER, values, Amount.Form.SERIES, "seeds", "", Amount.Change.NONE);
            }
            if (number.isPresent()) {
                values.addAll(number.get().values());
                i = number.get().to();
                end = i;
            } else if (ONE.contains(words.get(i).text())) {
                values.add(1.0);
                end = ++i;
            } else if (BETWEEN.contains(words.get(i).text())) {
                i++;
            } else {
                break;
            }
        }
        var said = new StringBuilder();
        words.subList(begin, end)
                .forEach(w -> said.append(said.isEmpty() ? "" : " ").append(w.raw()));
        return new Amount(
                begin, end, Dimension.NUMBER, values, Amount.Form.SERIES, said.toString(), "", Amount.Change.NONE);
    }

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
