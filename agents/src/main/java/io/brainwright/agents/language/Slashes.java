package io.brainwright.agents.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "1.1 / 1.2 / 1.3 mM": three numbers or more between slashes are a list, and no ratio; one without a unit ends where a comma stands,
 * "30/33/36, 400 ms".
 */
final class Slashes {
    private static final Pattern ROW =
            Pattern.compile("(?<![\\d/])[-+]?\\d+(?:[.,]\\d+)?(?:\\s+/\\s+[-+]?\\d+(?:[.,]\\d+)?){2,}(?![\\d/])");

    private Slashes() {}

    private static final Pattern BARE =
            Pattern.compile("(?<![\\d/.,])(\\d+(?:\\.\\d+)?(?:/\\d+(?:\\.\\d+)?){2,}),(?=\\s)");

    static String listed(String text) {
        return spaced(BARE.matcher(text).replaceAll(m -> m.group(1).replace("/", "; ") + ":"));
    }

    private static String spaced(String text) {
        return ROW.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(m.group().replaceAll("\\s+/\\s+", "; ")));
    }
}
