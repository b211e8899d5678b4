package io.brainwright.agents.language;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Commas that part two wishes, where a list would be read: "seed 4, 2 s", "at 50 ms, 200 ms long", "but not 4, 300 um".
 *
 * <p>They become colons of the same length, so that all characters stay where they are.
 */
final class Commas {
    private static final String TIME = "\\d+(?:[.,]\\d+)?\\s?(?:ms|msec|s|sec|seconds?|milliseconds?|sek\\w*|seg\\w*|secondes?)";
    private static final List<Pattern> PARTING = List.of(
            Pattern.compile("(?iu)(?:seed|graine|startwert|semilla|germe|n|count|repeats|entry|run)\\s*[=:]?\\s*\\d+(,)\\s"),
            Pattern.compile("(?iu)(?:at|@|onset|t\\s?=|bei|ab|\u00e0|a los|tras|after|nach|apr\u00e8s)\\s(?:t\\s?=\\s?)?" + TIME
                    + "(,)\\s?" + TIME),
            Pattern.compile("(?iu)" + TIME + "(,)\\s?\\d+\\s?[kK]\\b"));

    private Commas() {}

    static String parted(String text) {
        var parted = new StringBuilder(text);
        for (var pattern : PARTING) {
            var m = pattern.matcher(text);
            while (m.find()) {
                parted.setCharAt(m.start(1), ':');
            }
        }
        return parted.toString();
    }
}
