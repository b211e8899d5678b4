package io.brainwright.neuro.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that multiply what is there: "twice", "doppelt", "la moitié", "x2", "500 times", "drei Mal". */
final class Multipliers {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("twice", "2"),
            Map.entry("double", "2"),
            Map.entry("doubled", "2"),
            Map.entry("thrice", "3"),
            Map.entry("triple", "3"),
            Map.entry("quadruple", "4"),
            Map.entry("halve", "0.5"),
            Map.entry("halved", "0.5"),
            Map.entry("moitié", "0.5"),
            Map.entry("doubler", "2"),
            Map.entry("doublez", "2"),
            Map.entry("doppelt", "2"),
            Map.entry("doppelte", "2"),
            Map.entry("doppelten", "2"),
            Map.entry("doppelter", "2"),
            Map.entry("verdopple", "2"),
            Map.entry("verdoppeln", "2"),
            Map.entry("zweimal", "2"),
            Map.entry("dreimal", "3"),
            Map.entry("dreifach", "3"),
            Map.entry("dreifache", "3"),
            Map.entry("hälfte", "0.5"),
            Map.entry("halbiere", "0.5"),
            Map.entry("doble", "2"),
            Map.entry("duplica", "2"),
            Map.entry("mitad", "0.5"));
    private static final Set<String> NOT_MULTIPLIED =
            Set.of("bouquet", "ramillete", "penacho", "clic", "click", "check");
    private static final Set<String> TIMES = Set.of("times", "fois", "mal", "veces", "fold");
    private static final Pattern X = Pattern.compile("[xX](\\d+(?:\\.\\d+)?)");

    private Multipliers() {}

    /** The factor that one word says; null where it says none. */
    static @Nullable ReadNumber at(List<Token> tokens, int i) {
        var token = tokens.get(i);
        if (!token.is(Token.Kind.WORD)) {
            return null;
        }
        var x = X.matcher(token.text());
        if (x.matches()) {
            return new ReadNumber(new BigDecimal(x.group(1)), i + 1, true);
        }
        var factor = WORDS.get(token.lower());
        boolean name = i + 1 < tokens.size()
                && NOT_MULTIPLIED.contains(tokens.get(i + 1).lower());
        return factor == null || name ? null : new ReadNumber(new BigDecimal(factor), i + 1, true);
    }

    /** Whether a bare number between two tokens multiplies something. */
    static boolean multiplies(List<Token> tokens, int from, int end, Language language) {
        boolean word = at(tokens, from) != null;
        boolean fraction = FractionWords.at(tokens, from, language) != null;
        boolean sign = from > 0 && tokens.get(from - 1).isSign("×");
        boolean times = end < tokens.size() && TIMES.contains(tokens.get(end).lower());
        return word || fraction || sign || times;
    }
}
