package io.brainwright.library.model.extraction.figure;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.passage.Brackets;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the words around a number, its sentence and its passage say of the kind of spread; the nearest wins. */
public final class SpreadWords {
    private static final String CENTRE =
            "(?:means?|averages?|moyennes?|mittelwerte?|medias?|medians?|promedios?|(?-i:M))";
    private static final Pattern DEFINITION = anywhere(
            CENTRE
                    + "s?\\s?(?:±|\\+/-|\\(|\\[|and|with|,|et|und|y)\\s?([^.;]{1,40})|(?:±|\\+/-)\\s?([^\\d.;]{1,24})|error bars?[^.;]{0,40}?(?:are|show|represent|indicate|denote)s?\\s([^;]{1,40})|(?:spreads?|errors?|deviations?) (?:are|is|given as) ([^.;]{1,40})");
    private static final Pattern BRACKETED = anywhere(CENTRE + "s?\\s?[(\\[]\\s?([^)\\]]{1,30})[)\\]]");

    private final @Nullable SpreadKind definition;

    SpreadWords(@Nullable SpreadKind definition) {
        this.definition = definition;
    }

    /** What a text defines ± to be, for all numbers of it. */
    public static Optional<SpreadKind> definition(String text) {
        var matcher = DEFINITION.matcher(text);
        while (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                var said = matcher.group(i) == null ? Optional.<SpreadKind>empty() : Spreads.named(matcher.group(i));
                if (said.isPresent()) {
                    return said;
                }
            }
        }
        return Optional.empty();
    }

    /** The kind of a number behind ±. */
    Optional<SpreadKind> kind(Sentence sentence, int end, int next) {
        var bracket = Brackets.after(sentence, end);
        var own = bracket.flatMap(b -> Spreads.named(sentence.between(b.start(), b.end())));
        if (own.isPresent()) {
            return own;
        }
        var around = Brackets.around(sentence, end).flatMap(b -> Spreads.named(sentence.between(b.start(), b.end())));
        if (around.isPresent()) {
            return around;
        }
        var near = Spreads.named(sentence.between(end, Math.min(next, end + 25)));
        if (near.isPresent()) {
            return near;
        }
        var behind = Spreads.named(sentence.between(end, sentence.end()));
        var before = Spreads.named(sentence.between(sentence.begin(), end));
        var inSentence = behind.isPresent() ? behind : before;
        return inSentence.isPresent() ? inSentence : Optional.ofNullable(definition);
    }

    /** The kind of a number in brackets, which only a definition "mean (SD)" or "median [IQR]" before it can tell. */
    Optional<SpreadKind> bracketed(Sentence sentence, Figure figure) {
        var before = last(sentence.text().substring(0, figure.begin()));
        return before.isPresent() ? before : last(sentence.between(figure.end(), sentence.end()));
    }

    private static Optional<SpreadKind> last(String text) {
        var matcher = BRACKETED.matcher(text);
        Optional<SpreadKind> last = Optional.empty();
        while (matcher.find()) {
            last = ends(matcher.group(1));
        }
        return last;
    }

    private static Optional<SpreadKind> ends(String words) {
        if (words.matches("(?i).*(?:IQR|inter-?quartile|quartiles).*")) {
            return Optional.of(SpreadKind.IQR);
        }
        if (words.matches("(?i).*\\brange\\b.*")) {
            return Optional.of(SpreadKind.RANGE);
        }
        return Spreads.named(words);
    }
}
