package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.ontology.TermHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * "Rise and decay times were 0.7 and 8 ms, respectively": two or more names of quantities followed by as many numbers, in one order.
 * Only where the names do not have numbers between them.
 */
final class AlignedNames {
    private AlignedNames() {}

    static Map<Figure, TermHit> of(ReadSentence read) {
        var aligned = new HashMap<Figure, TermHit>();
        if (!Alignment.said(read.sentence.words())) {
            return aligned;
        }
        for (var group : Alignment.runs(read.sentence, read.figures)) {
            var names = namesBefore(read, group);
            boolean fit = names.size() == group.size();
            for (int i = 0; fit && i < group.size(); i++) {
                fit = names.get(i).parameter().fits(group.get(i).dimension());
            }
            for (int i = 0; fit && i < group.size(); i++) {
                aligned.put(group.get(i), names.get(i));
            }
        }
        return aligned;
    }

    /** The different names of quantities that stand before the numbers and behind the number before them. */
    private static List<TermHit> namesBefore(ReadSentence read, List<Figure> group) {
        int to = group.getFirst().begin();
        int from = read.figures.stream()
                .filter(f -> f.end() <= to && !group.contains(f))
                .mapToInt(Figure::end)
                .max()
                .orElse(read.sentence.begin());
        var names = new ArrayList<TermHit>();
        for (var hit : read.hits) {
            boolean fits = group.stream().anyMatch(f -> hit.parameter().fits(f.dimension()));
            boolean same = names.stream().anyMatch(n -> n.begin() < hit.end() && hit.begin() < n.end());
            if (hit.begin() >= from && hit.end() <= to && hit.weight() >= 0.5 && fits && !same) {
                names.add(hit);
            }
        }
        boolean different = names.stream().map(TermHit::parameter).distinct().count() == names.size();
        return different ? names : List.of();
    }
}
