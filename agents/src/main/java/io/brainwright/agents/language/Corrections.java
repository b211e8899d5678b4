package io.brainwright.agents.language;

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
    private static final int REACH = 6;

    private Corrections() {}

    static List<Amount> applied(List<Amount> amounts, List<Word> words) {
        var kept = new ArrayList<Amount>();
        for (int i = 0; i < amounts.size(); i++) {
            var a = amounts.get(i);
            boolean takenBack = i + 1 < amounts.size()
                    && amounts.get(i + 1).is(a.dimension())
                    && corrects(words, a.to(), amounts.get(i + 1).from());
            if (!takenBack) {
                kept.add(a);
            }
        }
        return kept;
    }

    private static boolean corrects(List<Word> words, int from, int to) {
        return to - from <= REACH
                && words.subList(from, Math.max(from, to)).stream().anyMatch(w -> BACK.contains(w.text()));
    }
}
