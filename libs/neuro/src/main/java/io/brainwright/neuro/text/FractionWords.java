package io.brainwright.neuro.text;

import io.brainwright.neuro.units.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads halves and other parts in words: "half a", "two thirds", "anderthalb", "un cuarto", "one and a half". */
final class FractionWords {
    private static final Set<String> HALF =
            Set.of("half", "halb", "halbe", "halben", "halber", "halbes", "demi", "demie", "medio", "media", "halfway");
    private static final Set<String> ARTICLES =
            Set.of("a", "an", "one", "ein", "eine", "einen", "einer", "einem", "un", "une", "una");
    private static final Map<String, Integer> PARTS = Map.ofEntries(
            Map.entry("third", 3),
            Map.entry("thirds", 3),
            Map.entry("quarter", 4),
            Map.entry("quarters", 4),
            Map.entry("fifth", 5),
            Map.entry("fifths", 5),
            Map.entry("sixth", 6),
            Map.entry("eighth", 8),
            Map.entry("tenth", 10),
            Map.entry("tenths", 10),
            Map.entry("hundredth", 100),
            Map.entry("thousandth", 1000),
            Map.entry("tiers", 3),
            Map.entry("quart", 4),
            Map.entry("quarts", 4),
            Map.entry("cinquième", 5),
            Map.entry("cinquièmes", 5),
            Map.entry("dixième", 10),
            Map.entry("dixièmes", 10),
            Map.entry("centième", 100),
            Map.entry("drittel", 3),
            Map.entry("viertel", 4),
            Map.entry("fünftel", 5),
            Map.entry("achtel", 8),
            Map.entry("zehntel", 10),
            Map.entry("hundertstel", 100),
            Map.entry("tercio", 3),
            Map.entry("tercios", 3),
            Map.entry("cuarto", 4),
            Map.entry("cuartos", 4),
            Map.entry("quinto", 5),
            Map.entry("quintos", 5),
            Map.entry("décimo", 10),
            Map.entry("décima", 10),
            Map.entry("centésimo", 100));
    private static final Map<String, String> GERMAN_HALVES = Map.of(
            "anderthalb", "1.5", "eineinhalb", "1.5", "zweieinhalb", "2.5", "dreieinhalb", "3.5", "viereinhalb", "4.5");

    private FractionWords() {}

    /** A part of one, or halves in one word; null where none begins. */
    static @Nullable ReadNumber at(List<Token> tokens, int i, Language language) {
        var token = tokens.get(i);
        if (!token.is(Token.Kind.WORD)) {
            return null;
        }
        var halves = GERMAN_HALVES.get(token.lower());
        if (halves != null) {
            return new ReadNumber(new BigDecimal(halves), i + 1, true);
        }
        if (HALF.contains(token.lower())) {
            return half(tokens, i);
        }
        boolean article = ARTICLES.contains(token.lower());
        if (article && HALF.contains(lower(tokens, i + 1))) {
            return new ReadNumber(new BigDecimal("0.5"), skipHyphen(tokens, i + 2), true);
        }
        var above = article ? new ReadNumber(BigDecimal.ONE, i + 1, true) : NumberWords.at(tokens, i, language);
        if (above == null) {
            return null;
        }
        int at = skipHyphen(tokens, above.end());
        var below = PARTS.get(lower(tokens, at));
        if (below == null) {
            return null;
        }
        boolean ordinal = lower(tokens, at + 1).matches("layer|layers|couche|capa|run|step");
        return ordinal
                ? null
                : new ReadNumber(
                        above.value().divide(BigDecimal.valueOf(below), MathContext.DECIMAL64),
                        skipArticleOfUnit(tokens, at + 1),
                        true);
    }

    /** "half a millimetre", "half second", "demi-seconde", "half the density". */
    private static ReadNumber half(List<Token> tokens, int i) {
        int end = skipHyphen(tokens, i + 1);
        boolean article = ARTICLES.contains(lower(tokens, end)) && isUnit(tokens, end + 1);
        return new ReadNumber(new BigDecimal("0.5"), article ? end + 1 : end, true);
    }

    /** "a quarter of a second", "un quart de seconde". */
    private static int skipArticleOfUnit(List<Token> tokens, int i) {
        int at = i;
        if (lower(tokens, at).matches("of|de|d'|von")) {
            at++;
            at += ARTICLES.contains(lower(tokens, at)) ? 1 : 0;
        }
        return at > i && isUnit(tokens, at) ? at : i;
    }

    /** "one and a half seconds". */
    static ReadNumber andAHalf(List<Token> tokens, ReadNumber whole) {
        int end = halfAfter(tokens, whole.end());
        return end < 0 ? whole : new ReadNumber(whole.value().add(new BigDecimal("0.5")), end, true);
    }

    /** "a second and a half", "deux secondes et demie", "un segundo y medio". */
    static ReadNumber halfBehindUnit(List<Token> tokens, ReadNumber whole, int unitEnd) {
        int end = halfAfter(tokens, unitEnd);
        return end < 0 ? whole : new ReadNumber(whole.value().add(new BigDecimal("0.5")), end, true);
    }

    private static int halfAfter(List<Token> tokens, int i) {
        if (!lower(tokens, i).matches("and|et|y|und")) {
            return -1;
        }
        int at = ARTICLES.contains(lower(tokens, i + 1)) ? i + 2 : i + 1;
        return HALF.contains(lower(tokens, at)) && !ARTICLES.contains(lower(tokens, at + 1)) ? at + 1 : -1;
    }

    private static boolean isUnit(List<Token> tokens, int i) {
        return i < tokens.size() && Units.isUnit(tokens.get(i).text());
    }

    private static int skipHyphen(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).isSign("-") && !tokens.get(i).afterGap() ? i + 1 : i;
    }

    private static String lower(List<Token> tokens, int i) {
        return i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
