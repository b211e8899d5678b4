package io.brainwright.library.model.extraction.figure;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.passage.Brackets;
import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.text.Span;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the spread of a number and its kind: behind ±, in the brackets after it ("(s.d. 3.9 mV)", "(range 4–8)", "[IQR 7.1–12.8]"), or as
 * the passage defines it once ("values are mean ± SEM").
 *
 * <p>A bare ± that nothing explains is taken as SD and marked as not stated.
 */
public final class Spreads {
    private static final String NUMBER = "[-+]?\\d[\\d ,.]*(?<=\\d)";
    private static final String TO = "\\s?(?:\\p{L}{1,2}|%|MΩ|μm)?\\s?(?:-|–|to|and|;|,|à|bis|a|und|et|y)\\s?";
    private static final String SD_WORDS =
            "(?-i:\\bS\\.?D\\.?(?![\\p{L}])|\\bDE\\b|\\bET\\b|\\bDS\\b)|\\bs\\.d\\.?|(?-i:\\bsd\\b)|standard[- ]deviations?|std\\.?(?: dev\\.?)?\\b|[ée]cart[- ]type|standardabweichung|desviaci[oó]n (?:est[aá]ndar|t[ií]pica)";
    private static final String SEM_WORDS =
            "(?-i:\\bS\\.?E\\.?M\\.?(?![\\p{L}])|\\bS\\.?E\\.?(?![\\p{L}])|\\bEEM\\b|\\bESM\\b)|\\bs\\.e\\.m?\\.?|(?-i:\\bsem\\b)|standard[- ]errors?(?: of the mean)?|standardfehler|erreur[- ](?:standard|type)|error (?:est[aá]ndar|t[ií]pico)";
    private static final Pattern SD = anywhere(SD_WORDS);
    private static final Pattern SEM = anywhere(SEM_WORDS);
    private static final Pattern SD_NUMBER = anywhere("(?:" + SD_WORDS + ")\\s?(?:of|was|[=:,±])?\\s?(" + NUMBER + ")");
    private static final Pattern SEM_NUMBER =
            anywhere("(?:" + SEM_WORDS + ")\\s?(?:of|was|[=:,±])?\\s?(" + NUMBER + ")");
    private static final Pattern IQR = ends(
            "(?:inter-?quartile(?: range)?s?|(?-i:\\bIQR\\b)|quartiles?|25(?:th)?[ -–]+75(?:th)? percentiles?|intervalle interquartile|interquartilsabstand|rango intercuart[ií]lico)");
    private static final Pattern RANGE = ends(
            "(?<!inter-?quartile )(?<!interquartile )(?:\\brange[sd]?(?: from| of| was| between)?|[ée]tendue|spannweite|bereich|rango|min(?:imum)?[- –]max(?:imum)?)");
    private static final Pattern CI =
            ends("(?:9\\d ?%\\s?)?(?:(?-i:\\bCI\\b)|confidence intervals?|credible intervals?)");
    private static final Pattern TWO_ENDS = Pattern.compile("^\\s*(" + NUMBER + ")" + TO + "(" + NUMBER + ")");
    private static final Pattern ONE = Pattern.compile("^\\s*(" + NUMBER + ")\\s*(?:mV|ms|pA|nS|%|\\p{L}{1,4})?\\s*$");

    private final SpreadWords words;

    /** @param definition what the whole passage or document says ± or brackets are, null where it does not say */
    public Spreads(@Nullable SpreadKind definition) {
        this.words = new SpreadWords(definition);
    }

    /** A spread and the brackets that it was read from, null where it stands behind ±. */
    public record Found(Spread spread, @Nullable Span bracket) {}

    /** The spread of a number. */
    public Optional<Found> of(Sentence sentence, Figure figure, int next) {
        var bracket = Brackets.after(sentence, figure.end());
        var inBracket = bracket.flatMap(b -> inside(sentence.between(b.start(), b.end())));
        if (figure.plusMinus() != null) {
            var kind = words.kind(sentence, figure.end(), next);
            return Optional.of(new Found(
                    Spread.of(kind.orElse(SpreadKind.SD), figure.plusMinus().abs(), kind.isPresent()), null));
        }
        if (inBracket.isPresent()) {
            return inBracket.map(s -> new Found(s, bracket.get()));
        }
        var plain = bracket.flatMap(b ->
                words.bracketed(sentence, figure).flatMap(kind -> alone(sentence.between(b.start(), b.end()), kind)));
        if (plain.isPresent()) {
            return plain.map(s -> new Found(s, bracket.get()));
        }
        return behind(sentence, figure, next).map(s -> new Found(s, null));
    }

    /** Whether a stretch of text says SD or SEM; the first that it says. */
    static Optional<SpreadKind> named(String text) {
        var sd = SD.matcher(text);
        var sem = SEM.matcher(text);
        boolean isSd = sd.find();
        boolean isSem = sem.find();
        if (isSd && isSem) {
            return Optional.of(sd.start() < sem.start() ? SpreadKind.SD : SpreadKind.SEM);
        }
        return isSd ? Optional.of(SpreadKind.SD) : isSem ? Optional.of(SpreadKind.SEM) : Optional.empty();
    }

    static Optional<Spread> inside(String text) {
        var iqr = two(IQR, text, SpreadKind.IQR);
        var ends = iqr.isPresent() ? iqr : two(CI, text, SpreadKind.CONFIDENCE);
        var sd = one(SD_NUMBER, text, SpreadKind.SD);
        var amount = sd.isPresent() ? sd : one(SEM_NUMBER, text, SpreadKind.SEM);
        var first = amount.isPresent() ? amount : ends;
        return first.isPresent() ? first : two(RANGE, text, SpreadKind.RANGE);
    }

    /** "(1.2)" where the header says "mean (SD)", "[1.6–3.9]" where it says "median [IQR]". */
    private static Optional<Spread> alone(String text, SpreadKind kind) {
        var two = TWO_ENDS.matcher(text);
        if (two.find()) {
            boolean amount = kind == SpreadKind.SD || kind == SpreadKind.SEM;
            return amount
                    ? Optional.empty()
                    : Optional.of(Spread.between(kind, number(two.group(1)), number(two.group(2))));
        }
        var one = ONE.matcher(text);
        return one.find() ? Optional.of(Spread.of(kind, number(one.group(1)), true)) : Optional.empty();
    }

    /** ", SD 3.9" or ", range 4 to 8" without brackets, before the next number that is a result. */
    private static Optional<Spread> behind(Sentence sentence, Figure figure, int next) {
        var rest = sentence.between(figure.end(), Math.min(next, figure.end() + 60));
        if (!rest.matches("(?s)^\\s?[,;]\\s?(?:with (?:an? )?)?(?:" + SD_WORDS + "|" + SEM_WORDS
                + "|range|IQR|interquartile).*")) {
            return Optional.empty();
        }
        return inside(rest);
    }

    private static Optional<Spread> two(Pattern pattern, String text, SpreadKind kind) {
        var matcher = pattern.matcher(text);
        return matcher.find()
                ? Optional.of(Spread.between(kind, number(matcher.group(1)), number(matcher.group(2))))
                : Optional.empty();
    }

    private static Optional<Spread> one(Pattern pattern, String text, SpreadKind kind) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(Spread.of(kind, number(matcher.group(1)), true)) : Optional.empty();
    }

    private static Pattern ends(String words) {
        return anywhere(words + "\\s?(?:of|was|from|between|[=:,;(])?\\s?(" + NUMBER + ")" + TO + "(" + NUMBER + ")");
    }

    /** A number as print has it: "9 200", "1,234.5", "14,2". */
    static BigDecimal number(String written) {
        var text = written.replace(" ", "").replace("+", "");
        if (text.matches("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?")) {
            text = text.replace(",", "");
        }
        return new BigDecimal(text.replace(',', '.'));
    }
}
