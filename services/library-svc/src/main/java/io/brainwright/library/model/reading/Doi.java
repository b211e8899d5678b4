package io.brainwright.library.model.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Digital object identifiers: equal without regard to letter case (ISO 26324), so kept in lower case and without a resolver. */
public final class Doi {
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[^\\s\"<>]+", Pattern.CASE_INSENSITIVE);

    private Doi() {}

    /** The first identifier within a text, in its canonical spelling; empty where there is none. */
    public static String canonical(String text) {
        var found = DOI.matcher(text);
        return found.find() ? withoutTail(found.group()).toLowerCase(Locale.ROOT) : "";
    }

    /** Punctuation of the sentence around an identifier is not part of it; a bracket is where its partner is inside. */
    private static String withoutTail(String doi) {
        int end = doi.length();
        while (end > 0 && (".,;:'".indexOf(doi.charAt(end - 1)) >= 0 || closesNothing(doi.substring(0, end)))) {
            end--;
        }
        return doi.substring(0, end);
    }

    private static boolean closesNothing(String doi) {
        char last = doi.charAt(doi.length() - 1);
        char partner = last == ')' ? '(' : last == ']' ? '[' : last == '}' ? '{' : 0;
        return partner != 0
                && doi.chars().filter(c -> c == last).count()
                        > doi.chars().filter(c -> c == partner).count();
    }
}
