package io.brainwright.agents.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers written in words, in English, French, German and Spanish: {@code number-words.txt}. */
final class SpokenWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
    private static final double HUNDRED = 100;
    private static final java.util.Set<Double> POWERS = java.util.Set.of(HUNDRED, 1e3, 1e6);
    private static final Map<String, Double> WORDS = words();

    private SpokenWords() {}

    static void in(String text, List<Spoken.Said> said) {
        var m = WORD.matcher(text);
        double sum = 0;
        double group = Double.NaN;
        int end = -1;
        while (m.find()) {
            var value = value(m.group().toLowerCase(Locale.ROOT));
            boolean joins = end >= 0 && text.substring(end, m.start()).matches("[\\s-]*");
            if (value == null) {
                boolean and = joins && m.group().matches("and|und|et|y");
                if (!and) {
                    sum = 0;
                    group = Double.NaN;
                    end = -1;
                }
                continue;
            }
            if (!joins) {
                sum = 0;
                group = Double.NaN;
            }
            if (group > 0 && POWERS.contains(value)) {
                group = group * value;
            } else if (!Double.isNaN(group)) {
                group = group + value;
            } else {
                group = value;
            }
            if (value >= 10 * HUNDRED) {
                sum += group;
                group = 0;
            }
            end = m.end();
            var unit = Spoken.unit(text.substring(end));
            said.add(new Spoken.Said(sum + group, unit, false));
            said.add(new Spoken.Said(value, unit, false));
            if (m.group().equalsIgnoreCase("once")) { // eleven in Spanish, one time in English
                said.add(new Spoken.Said(1, unit, false));
            }
        }
    }

    /** The value of one word; German puts words together. */
    private static @org.jspecify.annotations.Nullable Double value(String word) {
        var whole = WORDS.get(word);
        if (whole != null || word.length() < 7) {
            return whole;
        }
        int and = word.indexOf("und");
        if (and > 2) {
            var unit = WORDS.get(word.substring(0, and));
            var tens = WORDS.get(word.substring(and + 3));
            if (unit != null && tens != null && unit < 10 && tens < HUNDRED) {
                return unit + tens;
            }
        }
        for (var power : List.of("hundert", "tausend")) {
            int at = word.indexOf(power);
            if (at > 0) {
                var times = WORDS.get(word.substring(0, at));
                var rest = word.substring(at + power.length());
                var more = rest.isEmpty() ? Double.valueOf(0) : value(rest);
                if (times != null && more != null) {
                    return times * (power.equals("hundert") ? HUNDRED : 10 * HUNDRED) + more;
                }
            }
        }
        return null;
    }

    private static Map<String, Double> words() {
        var words = new HashMap<String, Double>();
        for (var row : Rows.of("number-words.txt")) {
            double value = Double.parseDouble(row.getFirst());
            row.stream().skip(1).forEach(word -> words.put(word, value));
        }
        return words;
    }
}
