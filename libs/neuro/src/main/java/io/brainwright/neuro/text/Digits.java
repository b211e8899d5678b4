package io.brainwright.neuro.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers written in digits: signs, group and decimal separators, powers of ten, {@code k} and words of scale.
 *
 * <p>A lone comma or point is a decimal sign unless exactly three digits follow and the language uses it to group; in English {@code 1,000}
 * is a thousand and {@code 1,5} one and a half, in German, French and Spanish {@code 1.000} is a thousand and {@code 1,000} is one.
 */
final class Digits {
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?");
    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("thousand", 3),
            Map.entry("tausend", 3),
            Map.entry("mille", 3),
            Map.entry("mil", 3),
            Map.entry("million", 6),
            Map.entry("millions", 6),
            Map.entry("mio", 6),
            Map.entry("millionen", 6),
            Map.entry("millones", 6),
            Map.entry("billion", 9),
            Map.entry("milliards", 9),
            Map.entry("milliarden", 9));

    /** Words before numbers that are names: "layer 5 300 cells" is not 5300. */
    private static final Set<String> NAMES_A_NUMBER = Set.of(
            "layer",
            "layers",
            "couche",
            "couches",
            "schicht",
            "schichten",
            "capa",
            "capas",
            "run",
            "seed",
            "lauf",
            "figure",
            "fig",
            "table",
            "page",
            "step",
            "version");

    private Digits() {}

    /** The number that begins at a token, with its sign; null where none does. */
    static @Nullable ReadNumber at(List<Token> tokens, int i, Language language) {
        int digits = i;
        boolean negative = false;
        if (tokens.get(i).isSign("-") || tokens.get(i).isSign("+")) {
            boolean free = tokens.get(i).afterGap() || i == 0 || opens(tokens.get(i - 1));
            if (!free || i + 1 >= tokens.size() || tokens.get(i + 1).afterGap()) {
                return null;
            }
            negative = tokens.get(i).isSign("-");
            digits = i + 1;
        } else if (tokens.get(i).isSign(".")
                && i + 1 < tokens.size()
                && !tokens.get(i + 1).afterGap()) {
            return point(tokens, i, language);
        }
        if (!tokens.get(digits).is(Token.Kind.NUMBER)) {
            return null;
        }
        var read = grouped(tokens, digits, language);
        read = power(tokens, read, language);
        read = scale(tokens, read);
        return negative ? new ReadNumber(read.value().negate(), read.end(), false) : read;
    }

    /** A number without its zero: ".5". */
    private static @Nullable ReadNumber point(List<Token> tokens, int i, Language language) {
        boolean free = tokens.get(i).afterGap() || i == 0;
        var digits = tokens.get(i + 1);
        if (!free || !digits.is(Token.Kind.NUMBER) || !digits.text().chars().allMatch(Character::isDigit)) {
            return null;
        }
        return power(tokens, new ReadNumber(new BigDecimal("0." + ascii(digits.text())), i + 2, false), language);
    }

    private static boolean opens(Token before) {
        return before.is(Token.Kind.SIGN) && "(=~<>≈≤≥±[,;:/–".contains(before.text());
    }

    private static ReadNumber grouped(List<Token> tokens, int i, Language language) {
        var text = tokens.get(i).text();
        boolean named = i > 0 && NAMES_A_NUMBER.contains(tokens.get(i - 1).lower());
        if (named || !text.matches("[1-9]\\d{0,2}")) {
            return new ReadNumber(value(text, language), i + 1, false);
        }
        var digits = new StringBuilder(text);
        int end = i + 1;
        while (end < tokens.size() && continues(tokens.get(end - 1), tokens.get(end))) {
            digits.append(tokens.get(end).text());
            end++;
        }
        var whole = value(digits.toString(), language);
        boolean part = end < tokens.size()
                && tokens.get(end).text().length() == 1
                && VulgarFractions.isWritten(tokens.get(end).text());
        return part
                ? new ReadNumber(whole.add(VulgarFractions.value(tokens.get(end).text())), end + 1, false)
                : new ReadNumber(whole, end, false);
    }

    private static boolean continues(Token before, Token next) {
        return next.is(Token.Kind.NUMBER)
                && next.span().start() - before.span().end() == 1
                && before.text().matches("\\d{1,3}")
                && next.text().matches("\\d{3}(?:[.,]\\d{1,2})?");
    }

    /** "10^4" and "8.1 x 10^4". */
    private static ReadNumber power(List<Token> tokens, ReadNumber read, Language language) {
        int i = read.end();
        if (is(tokens, i, "^")) {
            var exponent = exponent(tokens, i + 1);
            return exponent == null
                    ? read
                    : new ReadNumber(raised(read.value(), exponent.value().intValue()), exponent.end(), false);
        }
        boolean times = is(tokens, i, "×")
                || is(tokens, i, "·")
                || is(tokens, i, "*")
                || (i < tokens.size() && tokens.get(i).lower().equals("x"));
        if (times && i + 2 < tokens.size() && tokens.get(i + 1).text().equals("10") && is(tokens, i + 2, "^")) {
            var exponent = exponent(tokens, i + 3);
            if (exponent != null) {
                return new ReadNumber(
                        read.value().scaleByPowerOfTen(exponent.value().intValue()), exponent.end(), false);
            }
        }
        return read;
    }

    private static BigDecimal raised(BigDecimal base, int exponent) {
        return base.compareTo(BigDecimal.TEN) == 0
                ? BigDecimal.ONE.scaleByPowerOfTen(exponent)
                : new BigDecimal(Math.pow(base.doubleValue(), exponent));
    }

    private static @Nullable ReadNumber exponent(List<Token> tokens, int i) {
        boolean negative = is(tokens, i, "-");
        int at = negative || is(tokens, i, "+") ? i + 1 : i;
        if (at >= tokens.size() || !tokens.get(at).text().matches("\\d{1,2}")) {
            return null;
        }
        var value = new BigDecimal(ascii(tokens.get(at).text()));
        return new ReadNumber(negative ? value.negate() : value, at + 1, false);
    }

    private static ReadNumber scale(List<Token> tokens, ReadNumber read) {
        int i = read.end();
        if (i >= tokens.size() || !tokens.get(i).is(Token.Kind.WORD)) {
            return read;
        }
        var word = tokens.get(i);
        boolean thousands =
                !word.afterGap() && (word.text().equals("k") || (word.text().equals("K") && !kelvin(read)));
        int zeros = thousands ? 3 : SCALES.getOrDefault(word.lower(), 0);
        return zeros == 0 ? read : new ReadNumber(read.value().scaleByPowerOfTen(zeros), i + 1, false);
    }

    /** 300K is a temperature, 10K is ten thousand. */
    private static boolean kelvin(ReadNumber read) {
        return read.value().doubleValue() >= 250 && read.value().doubleValue() <= 400;
    }

    private static boolean is(List<Token> tokens, int i, String sign) {
        return i < tokens.size() && tokens.get(i).isSign(sign);
    }

    static BigDecimal value(String written, Language language) {
        if (VulgarFractions.isWritten(written)) {
            return VulgarFractions.value(written);
        }
        var text = ascii(written).replace("'", "");
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        boolean both = comma >= 0 && point >= 0;
        boolean manyCommas = comma != text.indexOf(',');
        boolean manyPoints = point != text.indexOf('.');
        if (GROUPED_BY_COMMA.matcher(text).matches() && (both || manyCommas || !language.commaIsDecimal())) {
            return new BigDecimal(text.replace(",", ""));
        }
        if (GROUPED_BY_POINT.matcher(text).matches() && (both || manyPoints || language.commaIsDecimal())) {
            return new BigDecimal(text.replace(".", "").replace(',', '.'));
        }
        if (manyCommas || manyPoints || both) {
            return new BigDecimal(text.replaceAll("[.,].*", ""));
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String ascii(String digits) {
        var plain = new StringBuilder();
        digits.chars()
                .forEach(c -> plain.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return plain.toString();
    }
}
