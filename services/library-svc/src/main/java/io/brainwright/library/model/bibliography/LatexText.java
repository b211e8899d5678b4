package io.brainwright.library.model.bibliography;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The LaTeX that stands in bibliographies as plain characters: accents, Greek letters, dashes, braces. */
final class LatexText {
    /** Combining marks by the letter of their command. */
    private static final Map<String, String> ACCENTS = Map.ofEntries(
            Map.entry("'", "\u0301"),
            Map.entry("`", "\u0300"),
            Map.entry("\"", "\u0308"),
            Map.entry("^", "\u0302"),
            Map.entry("~", "\u0303"),
            Map.entry("=", "\u0304"),
            Map.entry(".", "\u0307"),
            Map.entry("c", "\u0327"),
            Map.entry("v", "\u030c"),
            Map.entry("u", "\u0306"),
            Map.entry("H", "\u030b"),
            Map.entry("r", "\u030a"),
            Map.entry("k", "\u0328"));

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("ss", "ß"),
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("ae", "æ"),
            Map.entry("AE", "Æ"),
            Map.entry("oe", "œ"),
            Map.entry("OE", "Œ"),
            Map.entry("aa", "å"),
            Map.entry("AA", "Å"),
            Map.entry("i", "i"),
            Map.entry("j", "j"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "µ"),
            Map.entry("tau", "τ"),
            Map.entry("pm", "±"),
            Map.entry("times", "×"),
            Map.entry("textmu", "µ"),
            Map.entry("textpm", "±"),
            Map.entry("textdegree", "°"),
            Map.entry("sim", "~"));

    private static final Pattern ACCENT =
            Pattern.compile("\\\\(?:(['`\"^~=.])\\s*|([cvuHrk])(?=\\s|\\{))\\s*\\{?\\s*\\\\?(\\p{L})\\s*\\}?");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)\\s*");

    private LatexText() {}

    static String plain(String latex) {
        var text = ACCENT.matcher(latex).replaceAll(m -> {
            var mark = m.group(1) != null ? m.group(1) : m.group(2);
            return Matcher.quoteReplacement(Normalizer.normalize(m.group(3) + ACCENTS.get(mark), Normalizer.Form.NFC));
        });
        text = COMMAND.matcher(text).replaceAll(m -> Matcher.quoteReplacement(SYMBOLS.getOrDefault(m.group(1), "")));
        return text.replace("---", "\u2014")
                .replace("--", "\u2013")
                .replaceAll("\\\\([&%$#_{}])", "$1")
                .replaceAll("(?<!\\\\)[{}$]", "")
                .replace("~", " ");
    }
}
