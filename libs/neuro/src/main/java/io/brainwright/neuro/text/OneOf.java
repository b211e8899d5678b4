package io.brainwright.neuro.text;

import io.brainwright.neuro.units.Units;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An article that counts: "a second", "an hour", "eine Sekunde", but not "a second run". */
final class OneOf {
    private static final Map<Language, Set<String>> ARTICLES = Map.of(
            Language.ENGLISH, Set.of("a", "an", "one"),
            Language.FRENCH, Set.of("un", "une"),
            Language.GERMAN, Set.of("ein", "eine", "einen", "einer", "einem"),
            Language.SPANISH, Set.of("un", "una"));
    private static final int SHORTEST_NAME = 3;

    private OneOf() {}

    /** Whether an article with a unit in letters begins here. */
    static boolean unit(List<Token> tokens, int i, Language language) {
        if (i + 1 >= tokens.size()
                || !ARTICLES.getOrDefault(language, Set.of())
                        .contains(tokens.get(i).lower())) {
            return false;
        }
        var name = tokens.get(i + 1);
        boolean unit = name.is(Token.Kind.WORD) && name.text().length() >= SHORTEST_NAME && Units.isUnit(name.text());
        return unit && !(name.lower().equals("second") && ordinal(tokens, i + 2));
    }

    /** "the last one", "one of them": a pronoun and no number. */
    static boolean pronoun(List<Token> tokens, int i, ReadNumber number) {
        if (number.end() != i + 1 || !tokens.get(i).lower().equals("one")) {
            return false;
        }
        boolean named = Joints.word(
                tokens, i - 1, "this", "that", "the", "last", "first", "next", "other", "another", "each", "which",
                "no", "every", "any");
        var next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        boolean hyphen = next != null && next.isSign("-") && !next.afterGap();
        boolean counts =
                hyphen || (next != null && next.is(Token.Kind.WORD) && !Joints.AFTER_QUANTITY.contains(next.lower()));
        return named || !counts;
    }

    /** "a second run": a noun follows directly. */
    private static boolean ordinal(List<Token> tokens, int i) {
        return i < tokens.size()
                && tokens.get(i).is(Token.Kind.WORD)
                && !Joints.AFTER_QUANTITY.contains(tokens.get(i).lower());
    }
}
