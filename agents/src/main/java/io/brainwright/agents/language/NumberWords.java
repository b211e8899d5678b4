package io.brainwright.agents.language;

import io.brainwright.neuro.units.Quantity;
import io.brainwright.neuro.units.Unit;
import io.brainwright.neuro.units.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that are written as words: "three hundred cells", "half a second", "dreihundert" by its parts. */
final class NumberWords {
    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Map<String, Integer> SCALES = Map.of(
            "hundred",
            100,
            "hundert",
            100,
            "cent",
            100,
            "cents",
            100,
            "dozen",
            12,
            "thousand",
            1000,
            "tausend",
            1000,
            "mille",
            1000,
            "million",
            1_000_000);

    static {
        fill(
                0,
                "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        tens("twenty thirty forty fifty sixty seventy eighty ninety");
        var french = "deux trois quatre cinq six sept huit neuf dix".split(" ");
        var german = "zwei drei vier fünf sechs sieben acht neun zehn".split(" ");
        for (int i = 0; i < french.length; i++) {
            SMALL.put(french[i], i + 2);
            SMALL.put(german[i], i + 2);
        }
        SMALL.put("one", 1);
        SMALL.put("un", 1);
        SMALL.put("une", 1);
        SMALL.put("a", 1);
        SMALL.put("ein", 1);
        SMALL.put("eine", 1);
    }

    private NumberWords() {}

    /** The same items with number words joined to quantities; units that stand as words behind a number join it. */
    static List<Item> joined(List<Item> items) {
        var out = new ArrayList<Item>();
        int i = 0;
        while (i < items.size()) {
            int end = half(items, i, out);
            end = end > i ? end : sequence(items, i, out);
            if (end == i) {
                out.add(items.get(i));
                end = i + 1;
            }
            i = end;
        }
        return out;
    }

    private static int half(List<Item> items, int i, List<Item> out) {
        var article = i + 2 < items.size()
                && List.of("a", "an", "eine", "une").contains(items.get(i + 1).lower());
        var half = List.of("half", "demi", "halbe").contains(items.get(i).lower());
        var unit = article && half ? Units.find(items.get(i + 2).raw()).orElse(null) : null;
        if (unit == null) {
            return i;
        }
        out.add(item(items, i, i + 3, new BigDecimal("0.5"), unit));
        return i + 3;
    }

    private static int sequence(List<Item> items, int from, List<Item> out) {
        long total = 0;
        long part = 0;
        int i = from;
        for (; i < items.size(); i++) {
            var word = items.get(i).lower();
            var parts = word.contains("-") ? word.split("-") : new String[] {word};
            if (items.get(i).isNumber() || !allNumbers(parts) || (i > from && isArticle(word))) {
                break;
            }
            for (var p : parts) {
                int scale = SCALES.getOrDefault(p, 0);
                part = scale == 0 ? part + SMALL.getOrDefault(p, 0) : Math.max(part, 1) * scale;
                if (scale >= 1000) {
                    total += part;
                    part = 0;
                }
            }
        }
        var unit = i < items.size() ? Units.find(items.get(i).raw()).orElse(null) : null;
        boolean single = i == from + 1 && isArticle(items.get(from).lower());
        if (i == from || (single && !countsSomething(items, i, unit))) {
            return from;
        }
        int end = unit == null ? i : i + 1;
        out.add(item(items, from, end, BigDecimal.valueOf(total + part), unit == null ? Unit.NONE : unit));
        return end;
    }

    /** "a", "one": a number only before a unit ("one second") or, for "one", a cell. */
    private static boolean countsSomething(List<Item> items, int next, @Nullable Unit unit) {
        var longUnit = unit != null && items.get(next).lower().length() > 2;
        return longUnit
                || (items.get(next - 1).lower().equals("one")
                        && next < items.size()
                        && Lexicon.shared().is("cells", items.get(next).lower()));
    }

    private static boolean isArticle(String word) {
        return List.of("a", "one", "un", "une", "ein", "eine").contains(word);
    }

    private static boolean allNumbers(String[] parts) {
        for (var p : parts) {
            if (!SMALL.containsKey(p) && !SCALES.containsKey(p)) {
                return false;
            }
        }
        return parts.length > 0;
    }

    private static Item item(List<Item> items, int from, int to, BigDecimal value, Unit unit) {
        var raw =
                String.join(" ", items.subList(from, to).stream().map(Item::raw).toList());
        return new Item(raw, raw.toLowerCase(java.util.Locale.ROOT), new Quantity(value, unit));
    }

    private static void fill(int from, String words) {
        int value = from;
        for (var word : words.split(" ")) {
            SMALL.put(word, value);
            value += value == 0 ? 2 : 1;
        }
    }

    private static void tens(String words) {
        int value = 20;
        for (var word : words.split(" ")) {
            SMALL.put(word, value);
            value += 10;
        }
    }
}
