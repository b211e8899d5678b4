package io.brainwright.agents.eval;

import java.util.List;
import java.util.Optional;

/**
 * Units, by the dimension that they measure, each with its size in the dimension's first unit.
 *
 * <p>A table of the scorer's own, so that a mistake in the planner's units does not hide itself.
 */
final class Measured {
    /**
     * One unit.
     *
     * @param dimension what it measures
     * @param words how it is written, in texts and behind the underscore of a parameter
     * @param size of the first unit of the dimension
     * @param offset added after scaling; temperatures only
     */
    record Unit(String dimension, List<String> words, double size, double offset) {
        double canonical(double value) {
            return value * size + offset;
        }
    }

    static final String FRACTION = "fraction";

    static final List<Unit> ALL = Rows.of("units.txt").stream()
            .map(row -> new Unit(
                    row.get(0),
                    row.subList(3, row.size()),
                    Double.parseDouble(row.get(1)),
                    Double.parseDouble(row.get(2))))
            .toList();

    private Measured() {}

    /** The unit at the end of a parameter's name. */
    static Optional<Unit> ofName(String name) {
        return ALL.stream()
                .filter(u -> u.words().stream().anyMatch(w -> name.endsWith("_" + w)))
                .findFirst();
    }

    /** The unit that begins a text: symbols by letter case, words in any case; the longest counts. */
    static Optional<Unit> ofText(String text) {
        Unit found = null;
        int longest = 0;
        for (var unit : ALL) {
            for (var word : unit.words()) {
                if (word.length() > longest && begins(text, word)) {
                    found = unit;
                    longest = word.length();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean begins(String text, String word) {
        if (word.equals("um") && text.matches("(?s)um (die|den|das|der|dem|sie|ihn|es)\\b.*")) {
            return false; // "twice about the column", in German
        }
        boolean symbol = word.length() <= 3;
        boolean starts = text.regionMatches(!symbol, 0, word, 0, word.length());
        return starts
                && (text.length() == word.length()
                        || !Character.isLetterOrDigit(text.charAt(word.length()))
                        || !Character.isLetter(word.charAt(word.length() - 1)));
    }
}
