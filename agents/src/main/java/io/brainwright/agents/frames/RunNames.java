package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.language.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which runs a request names: "run 12 and 15", "the last two runs". */
final class RunNames {
    private static final Set<String> RUN = Set.of(
            "run",
            "runs",
            "lauf",
            "laufe",
            "laufs",
            "simulation",
            "simulations",
            "simulacion",
            "simulaciones",
            "ejecucion",
            "ejecuciones",
            "corrida",
            "corridas",
            "experiment",
            "experiments",
            "entry",
            "entries",
            "eintrag",
            "entrada",
            "essai",
            "essais",
            "nr",
            "numero",
            "number",
            "no");
    private static final Set<String> JOINTS = Set.of(
            "and", "und", "et", "y", "e", ",", "with", "mit", "avec", "con", "to", "against", "vs", "versus", "gegen",
            "contre", "contra", "or", "&", "run", "lauf", "la", "the", "dem", "den", "a", "por", "#");
    private static final Set<String> LAST = Set.of(
            "last",
            "latest",
            "letzten",
            "letzte",
            "dernier",
            "derniers",
            "dernieres",
            "derniere",
            "ultimas",
            "ultimos",
            "ultima",
            "ultimo",
            "previous",
            "two",
            "both",
            "beiden",
            "zwei",
            "deux",
            "dos");

    private RunNames() {}

    /** Whether a word means a run, so that a number behind it is a name. */
    static boolean isRun(String word) {
        return RUN.contains(word);
    }

    static List<String> in(Utterance u, List<String> runs) {
        var names = new LinkedHashSet<String>();
        boolean open = false;
        for (int i = 0; i < u.size(); i++) {
            var word = u.words().get(i);
            if (RUN.contains(word.text())) {
                open = true;
            } else if (open && isName(u, i, runs)) {
                names.add(word.raw());
                u.explain(i, i + 1);
            } else if (!JOINTS.contains(word.text())) {
                open = false;
            }
        }
        return names.isEmpty() ? last(u, runs) : new ArrayList<>(names);
    }

    private static boolean isName(Utterance u, int i, List<String> runs) {
        var word = u.words().get(i);
        boolean unit = u.amounts().stream()
                .anyMatch(a -> a.from() <= i && i < a.to() && !a.unit().isEmpty());
        return runs.contains(word.raw())
                || (word.sort() == Word.Sort.NUMBER && word.text().matches("\\d+") && !unit && !isCount(u, i));
    }

    /** "run 5 times", "2 seconds": no name. */
    private static boolean isCount(Utterance u, int i) {
        return u.after(i + 1, 0, "word.repeats", "thing.cell", "thing.neuron");
    }

    private static List<String> last(Utterance u, List<String> runs) {
        boolean two = false;
        for (int i = 0; i + 1 < u.size(); i++) {
            two |= LAST.contains(u.word(i))
                    && (RUN.contains(u.word(i + 1))
                            || (LAST.contains(u.word(i + 1)) && i + 2 < u.size() && RUN.contains(u.word(i + 2))));
        }
        if (two && runs.size() >= 2 && u.has("verb.compare")) {
            return runs.subList(runs.size() - 2, runs.size());
        }
        return two && !runs.isEmpty() ? List.of(runs.getLast()) : List.of();
    }
}
