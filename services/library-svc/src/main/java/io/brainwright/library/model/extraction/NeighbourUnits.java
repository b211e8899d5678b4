package io.brainwright.library.model.extraction;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.figure.Spreads;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Gives a bare number the unit of the number behind it in a list: "2.1 ± 0.3 and 58 ± 9 ms", "1.3 (in PV) and 0.8 mV". */
final class NeighbourUnits {
    private static final Pattern JOINT = anywhere(
            "^ ?(?:\\([^)]*\\) ?)?(?:,|,? ?(?:and|or|to|vs\\.?|versus|und|oder|et|ou|y|o|bis)|&|/) ?(?:and |about |approximately |only |~ ?)?$");

    private NeighbourUnits() {}

    static List<Figure> give(Sentence sentence, List<Figure> figures, Map<Figure, Spreads.Found> spreads) {
        var given = new ArrayList<>(figures);
        for (int i = given.size() - 2; i >= 0; i--) {
            var figure = given.get(i);
            var next = given.get(i + 1);
            boolean joined = !figure.unitSaid()
                    && !next.bare()
                    && JOINT.matcher(sentence.between(figure.end(), next.begin()))
                            .matches();
            if (joined) {
                var same = figure.in(next.unit());
                var spread = spreads.remove(figure);
                if (spread != null) {
                    spreads.put(same, spread);
                }
                given.set(i, same);
            }
        }
        return List.copyOf(given);
    }
}
