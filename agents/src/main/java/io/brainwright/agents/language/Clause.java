package io.brainwright.agents.language;

import java.util.List;

/** What a piece of a sentence does: each verb, and each noun of stimulation, begins a piece. */
enum Clause {
    NONE,
    BUILD,
    STIMULATE,
    RUN,
    SHOW;

    /** The clause of each item. */
    static Clause[] of(List<Item> items) {
        var clauses = new Clause[items.size()];
        var now = NONE;
        for (int i = 0; i < clauses.length; i++) {
            now = next(now, items, i);
            clauses[i] = now;
        }
        return clauses;
    }

    private static Clause next(Clause now, List<Item> items, int i) {
        var words = Lexicon.shared();
        var word = items.get(i).isNumber() ? "" : items.get(i).lower();
        if (words.is("stimulate", word)) {
            return STIMULATE;
        }
        if (words.is("stimulus_noun", word) && !negated(items, i)) {
            return STIMULATE;
        }
        if (words.is("build", word)) {
            return BUILD;
        }
        if (words.is("run", word)) {
            return RUN;
        }
        if (words.is("show", word)) {
            return SHOW;
        }
        boolean stop = word.equals(".") || word.equals(";");
        return stop ? NONE : now;
    }

    /** "without the stimulus", "control without stimulation". */
    static boolean negated(List<Item> items, int i) {
        for (int k = Math.max(0, i - 2); k < i; k++) {
            if (List.of("without", "no", "sans", "ohne").contains(items.get(k).lower())) {
                return true;
            }
        }
        return false;
    }
}
