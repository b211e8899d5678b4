package io.brainwright.library.model.extraction;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lists that run side by side. */
final class Alignment {
    private static final Pattern SAID = Patterns.words(
            "respectively|respectivement|beziehungsweise|bzw\\.?|respectivamente|in this order|in that order|jeweils");
    private static final Pattern JOINT = anywhere("[ ,;&/()]*(?:and|or|vs\\.?|versus|to|und|et|y|±)?[ ,;~]*");

    private Alignment() {}

    /** Whether a sentence says that its lists run side by side. */
    static boolean said(String words) {
        return SAID.matcher(words).find();
    }

    /** Numbers that follow each other with nothing but joints and brackets between. */
    static List<List<Figure>> runs(Sentence sentence, List<Figure> figures) {
        var runs = new ArrayList<List<Figure>>();
        List<Figure> run = new ArrayList<>();
        for (var figure : figures) {
            if (!run.isEmpty() && !joined(sentence, run.getLast(), figure)) {
                runs.add(run);
                run = new ArrayList<>();
            }
            run.add(figure);
        }
        runs.add(run);
        return runs.stream().filter(r -> r.size() > 1).toList();
    }

    private static boolean joined(Sentence sentence, Figure one, Figure next) {
        var gap = sentence.between(one.end(), next.begin()).replaceAll("\\([^)]*\\)", "");
        return one.list() >= 0 && one.list() == next.list()
                || JOINT.matcher(gap).matches();
    }
}
