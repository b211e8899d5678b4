package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import java.util.Set;

/** Whether words mean one cell: an article or a number word before a cell in the singular. */
final class Articles {
    private static final Set<String> ONE = Set.of(
            "a",
            "an",
            "one",
            "single",
            "un",
            "une",
            "seule",
            "seul",
            "ein",
            "eine",
            "einer",
            "einem",
            "einen",
            "eines",
            "einzelne",
            "einzelnen",
            "una",
            "uno",
            "sola",
            "solo",
            "individual",
            "unica",
            "unique");
    private static final Set<String> CELL = Set.of(
            "cell",
            "neuron",
            "interneuron",
            "pyramid",
            "cellule",
            "neurone",
            "interneurone",
            "zelle",
            "pyramidenzelle",
            "korbzelle",
            "nervenzelle",
            "sternzelle",
            "martinottizelle",
            "celula",
            "neurona",
            "interneurona",
            "basket",
            "martinotti");
    private static final int REACH = 6;

    private Articles() {}

    static boolean isSingle(String word) {
        return ONE.contains(word);
    }

    static boolean singularCellFollows(Utterance u, int from) {
        for (int i = from; i < Math.min(u.size(), from + REACH); i++) {
            var word = u.word(i);
            int here = i;
            boolean counted = u.amounts().stream().anyMatch(a -> a.from() == here)
                    && u.named().stream().noneMatch(n -> n.from() <= here && here < n.to());
            if (counted) {
                return false; // "a 100-neuron circuit"
            }
            boolean pyramid = word.matches("pyramidal|pyramidale|piramidal")
                    && !u.word(i + 1).matches("cells|neurons|neurones|cellules|celulas|neuronas|zellen|neuronen");
            if (pyramid
                    || CELL.contains(word)
                    || (word.endsWith("zelle")
                            && u.named(Named.Kind.M_CLASS).stream().anyMatch(n -> n.from() <= from + REACH))) {
                return true;
            }
            if (isSingle(word) && i > from
                    || u.words().get(i).sort() == io.brainwright.agents.language.Word.Sort.SIGN
                            && !word.equals("-")
                            && !word.equals("/")) {
                return false;
            }
        }
        return false;
    }
}
