package io.brainwright.agents.eval;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a reply makes a point: each content word of the point, or a word that means the same in the reply's language, occurs in it.
 *
 * <p>"A or b" is met by either. Words that say little ("value", "order of magnitude") need not occur where others do.
 */
final class KeyTerms {
    private static final int STEM = 4;
    private static final int ENDING = 3;

    private final List<List<String>> rows = Rows.of("reply-words.txt");
    private final Set<String> silent = new HashSet<>();
    private final Set<String> weak = new HashSet<>();

    KeyTerms() {
        silent.addAll(rows.get(0));
        weak.addAll(rows.get(1));
    }

    boolean met(String point, String reply) {
        var text = " " + plain(reply) + " ";
        return Arrays.stream(plain(point).split(" or |, ")).anyMatch(part -> all(part, text));
    }

    private boolean all(String part, String text) {
        var words = Arrays.stream(part.split(" "))
                .filter(w -> !w.isEmpty() && !silent.contains(w))
                .toList();
        var strong = words.stream().filter(w -> !weak.contains(w)).toList();
        var needed = strong.isEmpty() ? words : strong;
        return needed.stream().allMatch(w -> occurs(w, text));
    }

    private boolean occurs(String word, String text) {
        if (word.matches("-?[\\d.]+")) {
            return text.contains(" " + word + " ") || text.contains(" " + word.replace('.', ',') + " ");
        }
        return rows.stream()
                        .skip(2)
                        .filter(row ->
                                row.stream().anyMatch(w -> stem(plain(w)).equals(stem(word)) || plain(w).equals(word)))
                        .flatMap(List::stream)
                        .anyMatch(w -> text.contains(" " + plain(w)))
                || text.contains(" " + stem(word));
    }

    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, Math.max(STEM, word.length() - ENDING));
    }

    private static String plain(String text) {
        return java.text.Normalizer.normalize(text.replace('\u2212', '-'), java.text.Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("°c\\b", " degc")
                .replaceAll("°f\\b", " degf")
                .replaceAll("(?<!\\d)[.,]|[.,](?!\\d)", (" "))
                .replaceAll("[^\\p{L}\\p{N}.,%-]+", " ")
                .replaceAll("(?<=\\p{L})-", " ")
                .strip();
    }
}
