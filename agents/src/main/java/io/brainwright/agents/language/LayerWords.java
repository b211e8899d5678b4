package io.brainwright.agents.language;

import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.neuro.units.Dimension;
import java.util.Locale;
import java.util.regex.Pattern;

/** Layers: "layer 4", "L2/3", "layers 2 to 4", "layer IV", "the fourth layer", "all layers". */
final class LayerWords {
    private static final Pattern SHORT = Pattern.compile("l(\\d)(?:[/-]?l?(\\d))?");
    private static final String[] ROMAN = {"i", "ii", "iii", "iv", "v", "vi"};
    private static final String[] ORDINAL = {"first", "second", "third", "fourth", "fifth", "sixth"};
    private static final int LAYERS = 6;

    private final Sentence s;

    private LayerWords(Sentence sentence) {
        this.s = sentence;
    }

    static void read(Sentence sentence) {
        var layers = new LayerWords(sentence);
        for (int i = 0; i < sentence.size(); i++) {
            layers.at(i);
        }
    }

    private void at(int i) {
        var m = SHORT.matcher(s.word(i));
        if (m.matches()) {
            int first = Integer.parseInt(m.group(1));
            range(i, first, m.group(2) == null ? first : Integer.parseInt(m.group(2)));
            s.explain(i, i + 1);
            spread(i + 1, i, first);
        } else if (s.is("layer", i)) {
            s.explain(i, i + 1);
            if (!before(i)) {
                after(i);
            }
        }
    }

    /** "4th layer", "fourth layer", "all six layers". */
    private boolean before(int i) {
        for (int n = 0; n < LAYERS; n++) {
            if (s.word(i - 1).equals(ORDINAL[n])) {
                s.explain(i - 1, i);
                range(i, n + 1, n + 1);
                return true;
            }
        }
        boolean ending = s.word(i - 1).matches("st|nd|rd|th|e|ème");
        int number = ending ? i - 2 : i - 1;
        if (s.has(number, Dimension.NUMBER)) {
            int n = number(number);
            boolean all = !ending && n == LAYERS;
            s.explain(number, i);
            range(i, all ? 1 : n, n);
            return true;
        }
        if (s.word(i - 1).matches("all|alle|toutes")
                || (s.word(i - 1).matches("les|the") && s.word(i - 2).matches("all|toutes"))) {
            range(i, 1, LAYERS);
            return true;
        }
        return false;
    }

    private void after(int i) {
        int at = i + 1;
        for (int n = 0; n < LAYERS; n++) {
            if (at < s.size()
                    && s.word(at).equals(ROMAN[n])
                    && s.items.get(at).raw().equals(ROMAN[n].toUpperCase(Locale.ROOT))) {
                s.explain(at, at + 1);
                range(i, n + 1, n + 1);
                return;
            }
        }
        if (s.has(at, Dimension.NUMBER)) {
            int first = number(at);
            s.explain(at, at + 1);
            range(i, first, first);
            spread(at + 1, i, first);
        }
    }

    /** What follows a first layer: "to 4", ", 3 and 4". */
    private void spread(int at, int clauseOf, int first) {
        int previous = first;
        int i = at;
        while (true) {
            boolean comma = s.word(i).equals(",") && s.is("list", i + 1);
            int sign = comma ? i + 1 : i;
            int next = sign + 1;
            boolean ranged = s.is("range", sign);
            var shorthand = SHORT.matcher(s.word(next));
            boolean number = s.has(next, Dimension.NUMBER) && number(next) <= 9 && !s.is("cells", next + 1);
            if (!(ranged || s.is("list", sign)) || !(number || shorthand.matches())) {
                return;
            }
            int layer = number ? number(next) : Integer.parseInt(shorthand.group(1));
            range(clauseOf, ranged ? previous : layer, layer);
            s.explain(i, next + 1);
            previous = layer;
            i = next + 1;
        }
    }

    private int number(int i) {
        var quantity = s.quantity(i);
        return quantity == null ? 0 : (int) Math.round(quantity.canonical());
    }

    private void range(int i, int from, int to) {
        if (from < 1 || to > LAYERS || from > to) {
            s.fault(
                    "layers",
                    "There is no layer %s; the cortex has layers 1 to 6."
                            .formatted(from < 1 || from > LAYERS ? from : to));
            return;
        }
        boolean shown = s.clause(i) == Clause.SHOW || s.clause(i) == Clause.RUN;
        var slot =
                s.clause(i) == Clause.STIMULATE || passive(i) ? "stimulus.layers" : shown ? "shown.layers" : "layers";
        for (int layer = from; layer <= to; layer++) {
            s.put(slot, String.valueOf(layer));
            s.said.add(new Said(layer, Dimension.NUMBER));
        }
    }

    /** "layer 4 is stimulated". */
    private boolean passive(int i) {
        int verb = s.find("stimulate", i + 1, i + 7);
        return verb > 0 && s.word(verb - 1).matches("is|are|was|were|gets|get|being|est|wird");
    }
}
