package io.brainwright.agents.language;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Commas that part two wishes, where a list would be read: "seed 4, 2 s", "at 50 ms, 200 ms long", "but not 4, 300 um".
 *
 * <p>They become colons of the same length, so that all characters stay where they are.
 */
final class Commas {
    private static final String TIME =
            "\\d+(?:[.,]\\d+)?\\s?(?:ms|msec|s|sec|seconds?|milliseconds?|sek\\w*|seg\\w*|secondes?)";
    private static final List<Pattern> PARTING = List.of(
            Pattern.compile(
                    "(?iu)(?:seed|graine|startwert|semilla|germe|n|count|repeats|entry|run)\\s*[=:]?\\s*\\d+(,)\\s"),
            Pattern.compile(
                    "(?iu)(?:at|@|onset|t\\s?=|bei|ab|\u00e0|a los|tras|after|nach|apr\u00e8s)\\s(?:t\\s?=\\s?)?" + TIME
                            + "(,)\\s?" + TIME),
            Pattern.compile("(?iu)" + TIME + "(,)\\s?\\d+\\s?[kK]\\b"),
            Pattern.compile("(?iu)\\b[248]\\s?k(,)\\s?\\d"),
            Pattern.compile("(?iu)(?:seed|graine|startwert|semilla|germe)\\s*[=:]?\\s*\\d+\\s+(and|und|et|y|&)\\s"),
            Pattern.compile(
                    "(?iu)(?:ca|calcium|kalzium|calcio|mg|magnesium|magn\u00e9sium|magnesio)\\s*[=:]?\\s*\\d+(?:[.,]\\d+)?"
                            + "(?:\\s?mM)?\\s*(,| and| und| et| y)\\s*(?:" + TIME
                            + "|\\d+(?:[.,]\\d+)?\\s?(?:\u00b0|deg|grad|Hz))"),
            Pattern.compile(
                    "(?iu)(?:grados|degrees|grad|degr\u00e9s|\u00b0\\s?C)\\s*(,| and| und| et| y)\\s*[\\p{L}\\d]+\\s+"
                            + "(?:rep|seed|trial|wieder|essai|veces|times|mal|fois|s\\b|ms\\b|sek|seg|sec)"));

    private Commas() {}

    static String parted(String text) {
        var parted = new StringBuilder(text);
        for (var pattern : PARTING) {
            var m = pattern.matcher(text);
            while (m.find()) {
                for (int i = m.start(1); i < m.end(1); i++) {
                    parted.setCharAt(i, i + 1 == m.end(1) ? ':' : ' ');
                }
            }
        }
        return parted.toString();
    }
}
