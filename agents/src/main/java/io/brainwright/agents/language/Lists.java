package io.brainwright.agents.language;

import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins numbers that stand in a row before one unit: "1,0; 1,5; 2,0 mM", "1.0 1.2 1.4 mM". */
final class Lists {
    private static final Set<String> BETWEEN =
            Set.of(";", ",", "|", "and", "und", "et", "y", "e", "or", "oder", "ou", "o");

    private static final Set<String> DEGREES =
            Set.of("c", "degrees", "degree", "deg", "grad", "degres", "degre", "grados", "grado", "celsius");

    /** chosen: more are no protocol */
    private static final int MOST_STEPS = 100;

    private static final Set<String> STEPS = Set.of(
            "steps",
            "values",
            "levels",
            "amplitudes",
            "currents",
            "stufen",
            "werte",
            "schritte",
            "pas",
            "valeurs",
            "niveaux",
            "echelons",
            "pasos",
            "valores",
            "niveles",
            "escalones");

    private Lists() {}

    private static final Set<String> FROM =
            Set.of("from", "von", "de", "desde", "between", "zwischen", "entre", "depuis");
    private static final Set<String> TO = Set.of(
            "to", "up", "auf", "bis", "zu", "a", "jusqu", "hasta", "until", "through", "and", "und", "et", "y", "au");

    /** "from 0 up to 700 pA", "von 0 auf 0,5 nA": a bare number that begins what another with its unit ends. */
    private static List<Amount> ranges(List<Amount> amounts, List<Word> words) {
        var joined = new ArrayList<Amount>();
        for (int i = 0; i < amounts.size(); i++) {
            var a = amounts.get(i);
            var b = i + 1 < amounts.size() ? amounts.get(i + 1) : a;
            boolean range = b != a
                    && isBare(a)
                    && a.form() == Amount.Form.ONE
                    && !b.unit().isEmpty()
                    && b.form() == Amount.Form.ONE
                    && (a.from() > 0 && FROM.contains(words.get(a.from() - 1).text())
                            || isArrow(words.subList(a.to(), b.from())))
                    && b.from() > a.to()
                    && words.subList(a.to(), b.from()).stream()
                            .allMatch(w -> TO.contains(w.text()) || isArrow(List.of(w)));
            if (range) {
                double factor = b.value() == 0 ? 1 : b.value() / saidValue(b);
                joined.add(new Amount(
                        a.from(),
                        b.to(),
                        b.dimension(),
                        List.of(a.value() * factor, b.value()),
                        Amount.Form.RANGE,
                        a.said() + " - " + b.said(),
                        b.unit(),
                        a.change()));
                i++;
            } else {
                joined.add(a);
            }
        }
        return joined;
    }

    private static boolean isArrow(List<Word> between) {
        return !between.isEmpty() && between.stream().allMatch(w -> w.text().matches("[>→]|->"));
    }

    /** The number of a quantity in its own unit. */
    static double saidValue(Amount b) {
        return Double.parseDouble(
                b.said().replace(',', '.').replaceFirst("[^0-9.+-].*$", "").replaceFirst("^$", "1"));
    }

    static List<Amount> joined(List<Amount> apart, List<Word> words) {
        var amounts = ranges(apart, words);
        var joined = new ArrayList<Amount>();
        int i = 0;
        while (i < amounts.size()) {
            int last = row(amounts, words, i);
            if (last > i) {
                joined.add(join(amounts.subList(i, last + 1), words));
            } else {
                joined.add(amounts.get(i));
            }
            i = last + 1;
        }
        return joined;
    }

    /** "10 steps from -0.1 to 0.8 nA": as many values, both ends among them. */
    static List<Amount> evenlySpaced(List<Amount> amounts, List<Word> words) {
        var spaced = new ArrayList<Amount>();
        for (var a : amounts) {
            var n = spaced.isEmpty() ? a : spaced.getLast();
            boolean steps = n != a
                    && isBare(n)
                    && n.form() == Amount.Form.ONE
                    && n.value() >= 2
                    && n.value() <= MOST_STEPS
                    && n.value() == Math.rint(n.value())
                    && a.form() == Amount.Form.RANGE
                    && a.values().size() == 2
                    && a.from() - n.to() <= 4
                    && words.subList(n.to(), a.from()).stream().anyMatch(w -> STEPS.contains(w.text()));
            if (steps) {
                spaced.removeLast();
                spaced.add(new Amount(
                        n.from(),
                        a.to(),
                        a.dimension(),
                        between(a.values().getFirst(), a.values().getLast(), (int) n.value()),
                        Amount.Form.SERIES,
                        n.said() + " steps, " + a.said(),
                        a.unit(),
                        a.change()));
            } else {
                spaced.add(a);
            }
        }
        return spaced;
    }

    private static List<Double> between(double first, double last, int values) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < values; i++) {
            all.add(new java.math.BigDecimal(first + (last - first) * i / (values - 1))
                    .round(new java.math.MathContext(12))
                    .doubleValue());
        }
        return all;
    }

    /** "34 degrees", "36 C": a bare number before a word for degrees is a temperature. */
    static List<Amount> temperatures(List<Amount> amounts, List<Word> words) {
        return amounts.stream()
                .map(a -> a.to() < words.size()
                                && a.is(Dimension.NUMBER)
                                && a.unit().isEmpty()
                                && DEGREES.contains(words.get(a.to()).text())
                        ? new Amount(
                                a.from(),
                                a.to() + 1,
                                Dimension.TEMPERATURE,
                                a.values(),
                                a.form(),
                                a.said(),
                                "degC",
                                a.change())
                        : a)
                .toList();
    }

    /** The last of a row of bare numbers that ends in one with a unit; the first itself where there is no row. */
    private static int row(List<Amount> amounts, List<Word> words, int first) {
        int i = first;
        while (i + 1 < amounts.size()
                && isBare(amounts.get(i))
                && neighbours(amounts.get(i), amounts.get(i + 1), words)) {
            i++;
            if (!amounts.get(i).unit().isEmpty()) {
                return amounts.get(i).form() == Amount.Form.SERIES
                                || amounts.get(i).form() == Amount.Form.RANGE
                        ? first
                        : i;
            }
        }
        return first;
    }

    private static boolean isBare(Amount a) {
        return a.is(Dimension.NUMBER)
                && a.unit().isEmpty()
                && (a.form() == Amount.Form.ONE || a.form() == Amount.Form.LIST)
                && a.change() == Amount.Change.NONE;
    }

    private static boolean neighbours(Amount a, Amount b, List<Word> words) {
        for (int i = a.to(); i < b.from(); i++) {
            if (!BETWEEN.contains(words.get(i).text())) {
                return false;
            }
        }
        return b.from() - a.to() <= 2 && words.get(a.from()).sort() == Word.Sort.NUMBER;
    }

    private static Amount join(List<Amount> row, List<Word> words) {
        var last = row.getLast();
        double factor = factor(last);
        var values = new ArrayList<Double>();
        row.subList(0, row.size() - 1).forEach(a -> a.values().forEach(v -> values.add(v * factor)));
        values.addAll(last.values());
        int from = row.getFirst().from();
        assert from < words.size();
        return new Amount(
                from,
                last.to(),
                last.dimension(),
                values,
                Amount.Form.LIST,
                row.getFirst().said() + " ... " + last.said(),
                last.unit(),
                Amount.Change.NONE);
    }

    /** Canonical units in one of the unit that was said last. */
    private static double factor(Amount last) {
        var number = java.util.regex.Pattern.compile("-?\\d+(?:[.,]\\d+)?").matcher(last.said());
        if (!number.find()) {
            return 1;
        }
        double said = Double.parseDouble(number.group().replace(',', '.'));
        return said == 0 ? 1 : last.value() / said;
    }
}
