package io.brainwright.neuro.text;

import java.util.List;
import java.util.Set;

/** The small words and signs between numbers, in the four languages. */
final class Joints {
    /** Words that may follow a quantity directly without being what it counts. */
    static final Set<String> AFTER_QUANTITY = Set.of(
            "for",
            "in",
            "at",
            "of",
            "on",
            "onto",
            "and",
            "or",
            "but",
            "to",
            "with",
            "without",
            "per",
            "while",
            "whereas",
            "from",
            "after",
            "before",
            "then",
            "instead",
            "later",
            "long",
            "wide",
            "thick",
            "deep",
            "tall",
            "high",
            "slower",
            "faster",
            "each",
            "every",
            "between",
            "is",
            "was",
            "were",
            "as",
            "by",
            "into",
            "when",
            "if",
            "versus",
            "vs",
            "respectively",
            "only",
            "against",
            "apart",
            "für",
            "bei",
            "im",
            "und",
            "oder",
            "mit",
            "ohne",
            "pro",
            "von",
            "nach",
            "vor",
            "dann",
            "statt",
            "stattdessen",
            "lang",
            "breit",
            "dick",
            "zu",
            "pour",
            "dans",
            "et",
            "ou",
            "avec",
            "sans",
            "par",
            "de",
            "à",
            "au",
            "puis",
            "chez",
            "sur",
            "pendant",
            "para",
            "en",
            "y",
            "o",
            "con",
            "sin",
            "por",
            "a",
            "luego",
            "durante");

    private static final Set<String> AND = Set.of("and", "or", "und", "oder", "et", "ou", "y", "o", "e", "sowie");
    private static final Set<String> TO =
            Set.of("to", "through", "thru", "till", "until", "bis", "à", "jusqu'", "hasta", "a", "–", "—");
    private static final Set<String> BETWEEN = Set.of("between", "zwischen", "entre");
    private static final Set<String> FROM = Set.of("from", "von", "de", "desde", "d'");

    private Joints() {}

    static boolean isAnd(Token token) {
        return AND.contains(token.lower()) || token.isSign("&");
    }

    /** The token after "to" or a dash between two numbers, -1 where there is none. */
    static int afterTo(List<Token> tokens, int i) {
        if (i + 1 >= tokens.size()) {
            return -1;
        }
        var token = tokens.get(i);
        if (TO.contains(token.lower())) {
            boolean jusqu =
                    token.lower().equals("jusqu'") || (token.lower().equals("bis") && word(tokens, i + 1, "zu"));
            return jusqu ? i + 2 : i + 1;
        }
        boolean dash =
                token.isSign("-") && (token.afterGap() == tokens.get(i + 1).afterGap());
        return dash ? i + 1 : -1;
    }

    /** Whether "between" stands before a number, so that "and" means "to". */
    static boolean between(List<Token> tokens, int i) {
        return i > 0 && BETWEEN.contains(tokens.get(i - 1).lower());
    }

    static boolean from(List<Token> tokens, int i) {
        return i > 0 && FROM.contains(tokens.get(i - 1).lower());
    }

    static boolean word(List<Token> tokens, int i, String... words) {
        return i >= 0
                && i < tokens.size()
                && List.of(words).contains(tokens.get(i).lower());
    }

    static boolean sign(List<Token> tokens, int i, String sign) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isSign(sign);
    }
}
