package io.brainwright.library.model.extraction.context;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.passage.Patterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Classes of cells: one or more words of class, with the layer that stands directly before or behind them, and mostly a noun
 * ("layer 5 thick-tufted pyramidal cells", "PV basket cells", "Martinotti cells", "pyramidal cells in layer 2/3").
 */
final class CellWords {
    private record Word(String name, Pattern words, boolean alone, boolean whole, boolean noun) {}

    private record Found(Word word, int begin, int end) {}

    private static final Pattern NOUN = Patterns.words(
            "cells?|neurons?|interneurons?|pairs?|synapses?|connections?|somata|dendrites?|axons?|cellules?|neurones?|interneurones?|zellen?|neuronen|c[eé]lulas?|neuronas?|interneuronas?");
    private static final Pattern NOUN_BEFORE = Pattern.compile(
            "(?i)(?<![\\p{L}])(?:cellules?|neurones?|interneurones?|c[eé]lulas?|neuronas?|interneuronas?) $");
    private static final Pattern JOINT = Pattern.compile("[ -]{0,2}(?:positive |expressing )?");
    private static final Pattern LAYER_BEFORE = Pattern.compile(
            "(?:(?i:layers?|lamina|couche|schicht|capa)[ -]?|(?<![\\p{L}\\p{N}])H?L)([1-6][ab]?(?:\\s?/\\s?[2-6][ab]?)?|VI|IV|V|I{1,3}(?:/I{1,3})?)[ _-]{1,2}$");
    private static final Pattern LAYER_BEHIND = Pattern.compile(
            "^,? ?(?:(?i:in|of|from|de|du|von|aus|in der) )?(?:(?i:the|la|der) )?(?:(?i:layers?|lamina|couche|schicht|capa) |L)([1-6][ab]?(?:\\s?/\\s?[2-6][ab]?)?|VI|IV|V|I{1,3}(?:/I{1,3})?)(?![\\p{L}\\p{N}]|,? (?:and|to|or) (?:layer |L)?[1-6](?! ?[%±.]))");
    private static final List<Word> WORDS = new ArrayList<>();

    static {
        for (var row : ContextWords.file().get("cell")) {
            WORDS.add(new Word(
                    row.get("name").asString(),
                    Patterns.words(row.get("words").asString()),
                    row.path("alone").asBoolean(false),
                    row.path("whole").asBoolean(false),
                    row.path("noun").asBoolean(false)));
        }
    }

    private CellWords() {}

    static List<Mention> find(String text, int begin, int end) {
        var words = words(text, begin, end);
        var found = new ArrayList<Mention>();
        int i = 0;
        while (i < words.size()) {
            int last = i;
            while (last + 1 < words.size()
                    && joined(text, words.get(last).end(), words.get(last + 1).begin())) {
                last++;
            }
            mention(text, begin, end, words.subList(i, last + 1)).ifPresent(found::add);
            i = last + 1;
        }
        return found;
    }

    /** Class words of a text, without layers; as the comparison of two spellings needs them. */
    static List<String> classes(String text) {
        return words(text, 0, text.length()).stream()
                .map(w -> w.word().name())
                .distinct()
                .toList();
    }

    private static List<Found> words(String text, int begin, int end) {
        var found = new ArrayList<Found>();
        for (var word : WORDS) {
            var matcher = word.words().matcher(text).region(begin, end).useTransparentBounds(true);
            while (matcher.find()) {
                found.add(new Found(word, matcher.start(), matcher.end()));
            }
        }
        found.removeIf(f -> found.stream()
                .anyMatch(o -> o != f
                        && o.begin() <= f.begin()
                        && f.end() <= o.end()
                        && o.end() - o.begin() > f.end() - f.begin()));
        found.sort(Comparator.comparingInt(Found::begin));
        return found;
    }

    private static boolean joined(String text, int from, int to) {
        return to >= from
                && to - from <= 12
                && JOINT.matcher(text.substring(from, to)).matches();
    }

    private static Optional<Mention> mention(String text, int begin, int end, List<Found> words) {
        int last = words.getLast().end();
        int first = words.getFirst().begin();
        var nounBefore = NOUN_BEFORE.matcher(text.substring(begin, first));
        boolean led = nounBefore.find();
        first = led ? begin + nounBefore.start() : first;
        var noun = NOUN.matcher(text).region(last, end).useTransparentBounds(true);
        boolean named = noun.lookingAt()
                || (last < end
                        && " -".indexOf(text.charAt(last)) >= 0
                        && noun.region(last + 1, end).lookingAt());
        boolean class_ =
                words.stream().anyMatch(w -> w.word().alone() || w.word().whole());
        boolean cellNoun = led || named && !noun.group().matches("(?i)synapses?|connections?");
        boolean onlySign = words.stream().allMatch(w -> w.word().noun());
        if (!class_ && ((!named && !led) || (onlySign && !cellNoun))) {
            return Optional.empty();
        }
        int to = named ? noun.end() : last;
        var names = new LinkedHashSet<String>();
        words.forEach(w -> names.add(w.word().name()));
        if (names.size() > 1) {
            names.remove("interneuron");
        }
        if (named
                && names.size() == 1
                && noun.group().toLowerCase(java.util.Locale.ROOT).startsWith("interneuron")
                && !names.contains("inhibitory")) {
            names.add("interneuron");
        }
        var layer = layer(text, begin, end, first, to);
        var value = (layer.isEmpty() ? "" : "L" + layer + " ") + String.join(" ", names);
        return Optional.of(new Mention(Kind.CELL, value, first, to));
    }

    private static String layer(String text, int begin, int end, int from, int to) {
        var before = LAYER_BEFORE.matcher(text.substring(begin, from));
        if (before.find()) {
            return LayerWords.layer(before.group(1));
        }
        var behind = LAYER_BEHIND.matcher(text.substring(to, end));
        return behind.find() ? LayerWords.layer(behind.group(1)) : "";
    }
}
