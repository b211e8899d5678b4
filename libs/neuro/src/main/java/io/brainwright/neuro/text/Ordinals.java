package io.brainwright.neuro.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds ordinal numbers: "fourth layer", "4th", "vierte", "quatrième", "4e", "cuarta". */
public final class Ordinals {
    /**
     * An ordinal number.
     *
     * @param span where it stands
     * @param token its first token
     * @param endToken the token after its last
     * @param value which
     */
    public record Mention(Span span, int token, int endToken, int value) {}

    private static final Map<String, Integer> WORDS = new HashMap<>();
    private static final Pattern SUFFIX =
            Pattern.compile("st|nd|rd|th|er|ère|re|e|ème|eme|ª|º|te|ten|ter|tes", Pattern.CASE_INSENSITIVE);

    static {
        fill("first second third fourth fifth sixth seventh eighth ninth tenth");
        fill("premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme");
        fill("premiere seconde");
        fill("erste zweite dritte vierte funfte sechste siebte achte neunte zehnte");
        fill("ersten zweiten dritten vierten funften sechsten siebten achten neunten zehnten");
        fill("erster zweiter dritter vierter funfter sechster siebter achter neunter zehnter");
        fill("primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo");
        fill("primera segunda tercera cuarta quinta sexta septima octava novena decima");
    }

    private Ordinals() {}

    /** The ordinals of a text, in order; "second" is none where it is the unit. */
    public static List<Mention> scan(List<Token> tokens) {
        var found = new ArrayList<Mention>();
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (inDigits(tokens, i)) {
                found.add(new Mention(
                        token.span().hull(tokens.get(i + 1).span()), i, i + 2, Integer.parseInt(token.text())));
                continue;
            }
            var value = token.is(Token.Kind.WORD) ? WORDS.get(token.folded()) : null;
            if (value != null && !isUnit(tokens, i)) {
                found.add(new Mention(token.span(), i, i + 1, value));
            }
        }
        return List.copyOf(found);
    }

    /** "4th", "4ème", "4e", "4ª". */
    static boolean inDigits(List<Token> tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.get(i).text().matches("[0-9]{1,2}")
                && !tokens.get(i + 1).afterGap()
                && SUFFIX.matcher(tokens.get(i + 1).text()).matches();
    }

    /** "one second", "a second long", "20 per second" are times. */
    private static boolean isUnit(List<Token> tokens, int i) {
        if (!List.of("second", "seconde", "segundo").contains(tokens.get(i).folded())) {
            return false;
        }
        boolean noun = i + 1 < tokens.size()
                && tokens.get(i + 1).is(Token.Kind.WORD)
                && !Joints.AFTER_QUANTITY.contains(tokens.get(i + 1).lower());
        boolean counted = i > 0
                && (tokens.get(i - 1).is(Token.Kind.NUMBER) || Joints.word(tokens, i - 1, "per", "par", "por", "one"));
        return !noun || counted;
    }

    private static void fill(String words) {
        int value = 1;
        for (var word : words.split(" ")) {
            WORDS.put(word, value++);
        }
    }
}
