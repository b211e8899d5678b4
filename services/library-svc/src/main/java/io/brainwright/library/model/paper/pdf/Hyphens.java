package io.brainwright.library.model.paper.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Joins words that were broken at the end of a line. The paper's other words decide: "den-" and "drites" make "dendrites"; "multi-"
 * and "vesicular" stay "multi-vesicular" where it is written so within a line.
 */
final class Hyphens {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\-]*");
    private static final Pattern BROKEN = Pattern.compile("(?s)(.*?)([\\p{L}\\-]*\\p{L})[-\u2010\u00ad]");
    private static final Pattern GOES_ON = Pattern.compile("(?s)(\\p{Ll}[\\p{L}\\-]*)(.*)");

    private final Set<String> words = new HashSet<>();

    /** @param lines all lines of the paper */
    Hyphens(List<TextLine> lines) {
        for (var line : lines) {
            var found = WORD.matcher(line.text());
            while (found.find()) {
                if (!found.group().endsWith("-")) {
                    words.add(found.group().toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /** Whether a line ends within a word that the next one ends. */
    static boolean goesOn(String line, String next) {
        return BROKEN.matcher(line).matches() && GOES_ON.matcher(next).matches();
    }

    /** Two lines as one text. */
    String join(String line, String next) {
        var broken = BROKEN.matcher(line);
        var rest = GOES_ON.matcher(next);
        if (!broken.matches() || !rest.matches()) {
            return line.endsWith("-") || line.endsWith("/") ? line + next : line + " " + next;
        }
        var whole = broken.group(2) + rest.group(1);
        var hyphened = broken.group(2) + "-" + rest.group(1);
        boolean keep =
                words.contains(hyphened.toLowerCase(Locale.ROOT)) && !words.contains(whole.toLowerCase(Locale.ROOT));
        return broken.group(1) + (keep ? hyphened : whole) + rest.group(2);
    }
}
