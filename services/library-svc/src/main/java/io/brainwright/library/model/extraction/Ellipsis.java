package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.regex.Pattern;

/** Whether a number goes on with what the number before it began. */
final class Ellipsis {
    private static final Pattern GOES_ON = Patterns.words(
            "and|but|whereas|while|in|versus|vs|compared|than|to|for|onto|or|respectively|that of|those of|und|aber|w[aä]hrend|gegen[üu]ber|et|mais|tandis que|contre|y|pero|mientras|frente|de");
    private static final Pattern ONLY_SIGNS = Pattern.compile("[\\s,;:()|/&–-]*");

    private Ellipsis() {}

    static boolean continues(Sentence sentence, Figure before, Figure figure) {
        var gap = sentence.between(before.end(), figure.begin());
        return gap.length() <= 120
                && (GOES_ON.matcher(gap).find()
                        || gap.contains(",")
                        || gap.contains(";")
                        || ONLY_SIGNS.matcher(gap).matches());
    }

    /** Both with a spread, or both plain, and not ten times apart in number of digits. */
    static boolean alike(Figure before, Figure figure) {
        boolean sameForm = (before.plusMinus() == null) == (figure.plusMinus() == null);
        double ratio = Math.abs(figure.middle().doubleValue())
                / Math.max(1e-12, Math.abs(before.middle().doubleValue()));
        return sameForm && ratio > 0.02 && ratio < 50;
    }
}
