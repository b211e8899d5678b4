package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.passage.Brackets;
import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.text.Span;
import java.util.regex.Pattern;

/** Whether a noun follows a number directly, at most two adjectives or a spread in brackets between. */
final class CountedNoun {
    private static final Pattern BETWEEN = Pattern.compile(
            " ?-?(?:(?!per\\b|of\\b|and\\b|or\\b|in\\b|at\\b|for\\b|was\\b|were\\b|is\\b)[\\p{L}-]+ ){0,2}");

    private CountedNoun() {}

    static boolean follows(Sentence sentence, Figure figure, Pattern noun) {
        return at(sentence, figure.numberEnd(), noun)
                || at(sentence, figure.end(), noun)
                || at(
                        sentence,
                        Brackets.after(sentence, figure.end()).map(Span::end).orElse(figure.end() - 1) + 1,
                        noun);
    }

    private static boolean at(Sentence sentence, int place, Pattern noun) {
        if (place >= sentence.end()) {
            return false;
        }
        var adjectives =
                BETWEEN.matcher(sentence.text()).region(place, sentence.end()).useTransparentBounds(true);
        int furthest = adjectives.lookingAt() ? adjectives.end() : place;
        for (int at = place; at <= furthest; at++) {
            boolean wordBegins = at == place || " -".indexOf(sentence.text().charAt(at - 1)) >= 0;
            if (wordBegins
                    && noun.matcher(sentence.text())
                            .region(at, sentence.end())
                            .useTransparentBounds(true)
                            .lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
