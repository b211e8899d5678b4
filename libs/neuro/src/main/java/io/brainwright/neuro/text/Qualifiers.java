package io.brainwright.neuro.text;

import io.brainwright.neuro.text.QuantityMention.Bound;
import io.brainwright.neuro.text.QuantityMention.Relative;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said around a number: about, at least, twice, 10 % more. */
record Qualifiers(
        @Nullable Bound bound,
        boolean approximate,
        @Nullable Relative relative) {
    private static final Set<String> ABOUT = Set.of(
            "~",
            "≈",
            "∼",
            "≃",
            "about",
            "around",
            "approximately",
            "roughly",
            "approx",
            "circa",
            "ca",
            "nearly",
            "almost",
            "environ",
            "approximativement",
            "presque",
            "vers",
            "etwa",
            "ungefähr",
            "rund",
            "zirka",
            "ungefaehr",
            "knapp",
            "unos",
            "unas",
            "aproximadamente",
            "aprox",
            "casi",
            "c.a.",
            "some",
            "cerca",
            "alrededor");
    private static final Map<String, Bound> BOUNDS = Map.ofEntries(
            Map.entry("<", Bound.LESS_THAN),
            Map.entry(">", Bound.MORE_THAN),
            Map.entry("≤", Bound.AT_MOST),
            Map.entry("≥", Bound.AT_LEAST),
            Map.entry("⩽", Bound.AT_MOST),
            Map.entry("⩾", Bound.AT_LEAST),
            Map.entry("at least", Bound.AT_LEAST),
            Map.entry("at most", Bound.AT_MOST),
            Map.entry("up to", Bound.AT_MOST),
            Map.entry("no more than", Bound.AT_MOST),
            Map.entry("more than", Bound.MORE_THAN),
            Map.entry("not more than", Bound.AT_MOST),
            Map.entry("no less than", Bound.AT_LEAST),
            Map.entry("less than", Bound.LESS_THAN),
            Map.entry("fewer than", Bound.LESS_THAN),
            Map.entry("greater than", Bound.MORE_THAN),
            Map.entry("smaller than", Bound.LESS_THAN),
            Map.entry("over", Bound.MORE_THAN),
            Map.entry("above", Bound.MORE_THAN),
            Map.entry("under", Bound.LESS_THAN),
            Map.entry("below", Bound.LESS_THAN),
            Map.entry("within", Bound.AT_MOST),
            Map.entry("au moins", Bound.AT_LEAST),
            Map.entry("au plus", Bound.AT_MOST),
            Map.entry("plus de", Bound.MORE_THAN),
            Map.entry("moins de", Bound.LESS_THAN),
            Map.entry("jusqu' à", Bound.AT_MOST),
            Map.entry("mindestens", Bound.AT_LEAST),
            Map.entry("wenigstens", Bound.AT_LEAST),
            Map.entry("höchstens", Bound.AT_MOST),
            Map.entry("maximal", Bound.AT_MOST),
            Map.entry("bis zu", Bound.AT_MOST),
            Map.entry("mehr als", Bound.MORE_THAN),
            Map.entry("weniger als", Bound.LESS_THAN),
            Map.entry("über", Bound.MORE_THAN),
            Map.entry("unter", Bound.LESS_THAN),
            Map.entry("al menos", Bound.AT_LEAST),
            Map.entry("por lo menos", Bound.AT_LEAST),
            Map.entry("como máximo", Bound.AT_MOST),
            Map.entry("más de", Bound.MORE_THAN),
            Map.entry("menos de", Bound.LESS_THAN));
    private static final Map<String, Relative> COMPARISONS = Map.ofEntries(
            Map.entry("more", Relative.MORE),
            Map.entry("higher", Relative.MORE),
            Map.entry("larger", Relative.MORE),
            Map.entry("bigger", Relative.MORE),
            Map.entry("wider", Relative.MORE),
            Map.entry("longer", Relative.MORE),
            Map.entry("thicker", Relative.MORE),
            Map.entry("mehr", Relative.MORE),
            Map.entry("höher", Relative.MORE),
            Map.entry("länger", Relative.MORE),
            Map.entry("breiter", Relative.MORE),
            Map.entry("größer", Relative.MORE),
            Map.entry("plus", Relative.MORE),
            Map.entry("más", Relative.MORE),
            Map.entry("mayor", Relative.MORE),
            Map.entry("less", Relative.LESS),
            Map.entry("lower", Relative.LESS),
            Map.entry("fewer", Relative.LESS),
            Map.entry("smaller", Relative.LESS),
            Map.entry("shorter", Relative.LESS),
            Map.entry("narrower", Relative.LESS),
            Map.entry("weniger", Relative.LESS),
            Map.entry("kürzer", Relative.LESS),
            Map.entry("kleiner", Relative.LESS),
            Map.entry("niedriger", Relative.LESS),
            Map.entry("schmaler", Relative.LESS),
            Map.entry("moins", Relative.LESS),
            Map.entry("menos", Relative.LESS),
            Map.entry("menor", Relative.LESS));
    private static final int LONGEST = 3;

    static Qualifiers read(List<Token> tokens, int from, int end) {
        boolean about = false;
        Bound bound = null;
        int i = from;
        for (boolean more = true; more; ) {
            more = false;
            if (i > 0 && ABOUT.contains(tokens.get(i - 1).lower().replaceAll("\\.$", ""))) {
                about = true;
                i--;
                more = true;
            } else if (i > 1
                    && Joints.word(tokens, i - 1, "de", ".", "of")
                    && ABOUT.contains(tokens.get(i - 2).lower())) {
                about = true;
                i -= 2;
                more = true;
            }
            for (int n = LONGEST; n >= 1 && bound == null && !more; n--) {
                bound = i - n >= 0 ? BOUNDS.get(phrase(tokens, i - n, i)) : null;
                if (bound != null) {
                    i -= n;
                    more = true;
                }
            }
        }
        if (bound == null && Joints.sign(tokens, end, "+")) {
            bound = Bound.AT_LEAST;
        }
        return new Qualifiers(bound, about, relative(tokens, end));
    }

    private static @Nullable Relative relative(List<Token> tokens, int end) {
        if (end >= tokens.size()) {
            return null;
        }
        int at = Joints.word(tokens, end, "de") ? end + 1 : end;
        boolean french = at < tokens.size() && Joints.word(tokens, at, "plus", "moins");
        return at >= tokens.size() || (french && at == end)
                ? null
                : COMPARISONS.get(tokens.get(at).lower());
    }

    private static String phrase(List<Token> tokens, int from, int to) {
        return String.join(
                " ", tokens.subList(from, to).stream().map(Token::lower).toList());
    }
}
