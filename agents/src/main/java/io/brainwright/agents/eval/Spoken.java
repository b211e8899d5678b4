package io.brainwright.agents.eval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a text, each in every reading that it allows: "1.200" is 1200 as well as 1.2.
 *
 * <p>Generous in what it reads and strict in what it compares: it may read a number in two ways, but never makes one up.
 */
final class Spoken {
    /**
     * A number that was said.
     *
     * @param value as said, without its unit
     * @param unit its unit; null where none follows
     * @param label whether it names a thing ("layer 4", "L5", "run 12") and measures nothing
     */
    record Said(double value, Measured.@Nullable Unit unit, boolean label) {}

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,])([-\\u2212\\u2013+]?)(\\d+(?:[ '\\u00a0\\u2009\\u202f]\\d{3}(?!\\d))*(?:[.,]\\d+)*)"
                    + "(?:[eE]([-+]?\\d+)|\\s?[x\\u00d7*]\\s?10\\^([-+]?\\d+))?([kKM](?![\\p{L}\\d]))?");
    private static final Pattern WITHIN_NAMES = Pattern.compile("(?<=[\\p{L}_/-])\\d+");
    private static final Pattern LABELLED = Pattern.compile(
            ".*\\b(layers?|couches?|schicht(en)?|capas?|lamina|run|lauf|figure|page|l)[\\s.]*(\\d+\\s*(,|and|und|et|y|to|bis|a|à|-|–|/|or|oder)\\s*)*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final List<String> LAYERS = List.of("I", "II", "III", "IV", "V", "VI");
    private static final Pattern ROMAN = Pattern.compile("\\b(?:VI|IV|V|I{1,3})\\b"); // "layers II to IV"

    private Spoken() {}

    /** All numbers of a text, in figures and in words. */
    static List<Said> in(String text) {
        var flat = flat(text);
        var said = new ArrayList<Said>();
        var m = NUMBER.matcher(flat);
        while (m.find()) {
            boolean label = LABELLED.matcher(flat.substring(Math.max(0, m.start() - 40), m.start()))
                    .matches();
            var unit = unit(flat.substring(m.end()));
            for (double value : readings(m.group(2))) {
                double sized = value * power(m.group(3), m.group(4)) * thousands(m.group(5));
                double signed = m.group(1).isEmpty() || m.group(1).equals("+") ? sized : -sized;
                said.add(new Said(signed, unit, label));
                if (signed < 0) {
                    said.add(new Said(sized, unit, label)); // "1.0-2.0" is a range
                }
            }
        }
        var inner = WITHIN_NAMES.matcher(flat);
        while (inner.find()) {
            digits(inner.group(), said);
        }
        var roman = ROMAN.matcher(flat);
        while (roman.find()) {
            said.add(new Said(LAYERS.indexOf(roman.group()) + 1, null, true));
        }
        SpokenWords.in(flat, said);
        return said;
    }

    /** Unit symbols keep their case; powers are written with a caret. */
    static String flat(String text) {
        var carets = text.replaceAll("(?<=10)([\\u2070\\u00b9\\u00b2\\u00b3\\u2074-\\u2079]+)", "^$1")
                .replaceAll("\\u207b", "-");
        var apart = carets.replaceAll("(?<=\\d)[x×](?=\\d)(?!10\\^)", " x ") // "0.3x0.3 mm2": 0.3 mm each way
                .replaceAll("(?<= x )(\\d[\\d.,]*\\s?[mu\u00b5\u03bc]?m)(?:2|\u00b2)", "$1");
        return Normalizer.normalize(apart, Normalizer.Form.NFKC).replace('\u2044', '/');
    }

    static Measured.@Nullable Unit unit(String after) {
        var rest = after.replaceFirst("^[\\s\\u00a0\\u2009\\u202f-]{0,2}", "")
                .replaceFirst("^(?:of an?|d'une?|de|einer|von einer) (?=\\p{L})", ""); // "three quarters of a second"
        var direct = Measured.ofText(rest);
        if (direct.isPresent()) {
            return direct.get();
        }
        var words = rest.split("\\s+", 4);
        for (int skip = 1; skip < words.length && skip <= 2; skip++) { // "15000 cells per mm3"
            var later = rest.substring(rest.indexOf(words[skip], words[0].length()));
            var density = Measured.ofText(later);
            if (density.isPresent() && density.get().dimension().equals("density")) {
                return density.get();
            }
        }
        return null;
    }

    private static void digits(String name, List<Said> said) {
        said.add(new Said(Double.parseDouble(name), null, true));
        for (int i = 0; name.length() > 1 && i < name.length(); i++) {
            said.add(new Said(name.charAt(i) - '0', null, true)); // L23 is layers 2 and 3
        }
    }

    private static List<Double> readings(String figures) {
        var tight = figures.replaceAll("[ '\\u00a0\\u2009\\u202f]", "");
        var readings = new ArrayList<Double>();
        if (tight.matches("\\d{1,3}([.,]\\d{3})+")) {
            readings.add(Double.parseDouble(tight.replaceAll("[.,]", "")));
        }
        if (tight.matches("\\d+([.,]\\d+)?")) {
            readings.add(Double.parseDouble(tight.replace(',', '.')));
        } else if (tight.matches("\\d{1,3}(,\\d{3})+\\.\\d+")) {
            readings.add(Double.parseDouble(tight.replace(",", "")));
        } else if (tight.matches("\\d{1,3}(\\.\\d{3})+,\\d+")) {
            readings.add(Double.parseDouble(tight.replace(".", "").replace(',', '.')));
        } else {
            for (var part : tight.split("[.,]")) { // "1,2,3" is a list
                readings.add(Double.parseDouble(part));
            }
        }
        return readings;
    }

    private static double power(@Nullable String exponent, @Nullable String ten) {
        var e = exponent == null ? ten : exponent;
        return e == null ? 1 : Double.parseDouble("1e" + Integer.parseInt(e));
    }

    private static double thousands(@Nullable String letter) {
        return letter == null ? 1 : letter.toLowerCase(Locale.ROOT).equals("k") ? 1e3 : 1e6;
    }
}
