package io.brainwright.agents.language;

import io.brainwright.neuro.units.Quantity;
import io.brainwright.neuro.units.Unit;
import io.brainwright.neuro.units.Units;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts text into words, signs and quantities.
 *
 * <p>Thin spaces and commas may group digits ("15 000", "1,000"); a comma before other than three digits is a decimal sign ("1,5 s"), and
 * in French and German always. A word that directly follows a number and is a unit belongs to it ("200-ms").
 */
final class Scanner {
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(?:[1-9]\\d{0,2}(?:,\\d{3})+(?![\\d])|[1-9]\\d{0,2}(?: \\d{3})+(?![\\d])|\\d+)(?:[.,]\\d+)?(?:[eE][-+]?\\d+(?!\\p{L}))?|[-+]?\\.\\d+");
    private static final Pattern PER_MM3 = Pattern.compile(
            "\\s*(?:(?:cells|neurons|neurones|zellen)\\s*)?(?:per|/|pro|par)\\s*(?:mm3|mm\\^3|cubic millimet(?:re|er))(?!\\p{L})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile("\\s*-?\\s*(°\\s?[CFcf]|%|[\\p{L}]+)(?![\\p{L}\\p{N}])");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}+]*(?:[:/_'’-][\\p{L}\\p{N}]+)*");
    private static final Pattern LAYER_DASH = Pattern.compile("(?i)\\b(layers?|couches?|schicht(?:en)?)[-]?(?=\\d)");
    private static final Pattern LAYER_LIST =
            Pattern.compile("(?i)(\\b(?:layers?|couches?|schicht(?:en)?)\\s+\\d)((?:[,/]\\d)+)(?!\\d)");
    private static final Pattern COMMA_LANGUAGE = Pattern.compile(
            "(?i)\\b(der|die|und|eine|mit|zeig\\w*|säule|schicht\\w*|une|les|dans|avec|couches?|montre|colonne)\\b");

    private final String text;
    private final boolean commaIsDecimal;
    private final List<Item> items = new ArrayList<>();

    private Scanner(String text) {
        this.text = text;
        this.commaIsDecimal = COMMA_LANGUAGE.matcher(text).find();
    }

    static List<Item> scan(String words) {
        var scanner = new Scanner(normalised(words));
        scanner.cut();
        return NumberWords.joined(scanner.items);
    }

    /** NFKC, one minus sign, no space inside digit groups written with thin or fixed spaces. */
    static String normalised(String words) {
        var joined = words.replaceAll("(?<=\\d)[\\u2009\\u202f\\u00a0](?=\\d{3}(?!\\d))", "");
        var plain = Normalizer.normalize(joined, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .replace('\u2019', '\'')
                .replaceAll("\\b(l|d|qu)'(?=\\p{L})", "$1 ")
                .replaceAll("\\s+", " ")
                .strip();
        plain = LAYER_DASH.matcher(plain).replaceAll("$1 ");
        return LAYER_LIST.matcher(plain).replaceAll(m -> m.group(1) + m.group(2).replaceAll("[,/]", " , "));
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ') {
                at++;
            } else if (startsNumber(at)) {
                at = number(at);
            } else if (Character.isLetter(c)) {
                at = word(at);
            } else {
                items.add(new Item(String.valueOf(c), String.valueOf(c), null));
                at++;
            }
        }
    }

    private boolean startsNumber(int at) {
        char c = text.charAt(at);
        boolean signed =
                (c == '-' || c == '+' || c == '.') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        boolean free = at == 0 || " (=~<>≈".indexOf(text.charAt(at - 1)) >= 0;
        return Character.isDigit(c) || (signed && free);
    }

    private int number(int at) {
        var m = NUMBER.matcher(text).region(at, text.length());
        if (!m.lookingAt()) {
            throw new AssertionError("no number at " + at + " of " + text);
        }
        int end = m.end();
        var digits = m.group();
        if (digits.contains(" ") && afterLayer()) {
            end = at + digits.indexOf(' ');
            digits = digits.substring(0, digits.indexOf(' '));
        }
        var value = value(digits);
        if (end < text.length()
                && text.charAt(end) == 'k'
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)))) {
            value = value.movePointRight(3);
            end++;
        }
        return unit(at, end, value);
    }

    private int unit(int at, int end, BigDecimal value) {
        var per = PER_MM3.matcher(text).region(end, text.length());
        if (per.lookingAt()) {
            add(at, per.end(), new Quantity(value, Units.find("1/mm3").orElseThrow()));
            return per.end();
        }
        var m = UNIT.matcher(text).region(end, text.length());
        if (m.lookingAt()) {
            var unit = Units.find(m.group(1).replace(" ", ""));
            if (unit.isPresent()) {
                add(at, m.end(), new Quantity(value, unit.get()));
                return m.end();
            }
        }
        add(at, end, new Quantity(value, Unit.NONE));
        return end;
    }

    private int word(int at) {
        var m = WORD.matcher(text).region(at, text.length());
        if (!m.lookingAt()) {
            throw new AssertionError("no word at " + at + " of " + text);
        }
        items.add(new Item(m.group(), m.group().toLowerCase(Locale.ROOT), null));
        return m.end();
    }

    private void add(int from, int to, Quantity quantity) {
        var raw = text.substring(from, to).strip();
        items.add(new Item(raw, raw.toLowerCase(Locale.ROOT), quantity));
    }

    private boolean afterLayer() {
        return !items.isEmpty() && Lexicon.shared().is("layer", items.getLast().lower());
    }

    private BigDecimal value(String digits) {
        var plain = digits.replace(" ", "").replace("+", "");
        if (plain.matches("-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?") && !commaIsDecimal) {
            return new BigDecimal(plain.replace(",", ""));
        }
        if (commaIsDecimal && plain.matches("-?[1-9]\\d{0,2}\\.\\d{3}")) {
            return new BigDecimal(plain.replace(".", ""));
        }
        var last = plain.lastIndexOf(',');
        return last >= 0 && plain.indexOf('.') > last
                ? new BigDecimal(plain.replace(",", ""))
                : new BigDecimal(plain.replace(',', '.'));
    }
}
