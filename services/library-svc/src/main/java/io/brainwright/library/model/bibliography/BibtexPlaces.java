package io.brainwright.library.model.bibliography;

import java.util.regex.Pattern;

/** Finds where a bibliography is broken, for the parser does not always say. */
final class BibtexPlaces {
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*@\\w+\\s*\\{");

    private BibtexPlaces() {}

    /** Line of the first entry whose braces are not closed before the next entry begins; 0 where all are. */
    static int firstUnclosed(String text) {
        var found = ENTRY.matcher(text);
        int begin = -1;
        while (found.find()) {
            if (begin >= 0 && depth(text, begin, found.start()) != 0) {
                return line(text, begin);
            }
            begin = found.end() - 1;
        }
        return begin >= 0 && depth(text, begin, text.length()) != 0 ? line(text, begin) : 0;
    }

    private static int depth(String text, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
            depth += escaped ? 0 : text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
        }
        return depth;
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
