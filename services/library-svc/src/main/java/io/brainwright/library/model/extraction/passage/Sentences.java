package io.brainwright.library.model.extraction.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a passage into sentences: behind {@code . ! ?} and a space where a capital, a digit or a bracket follows, unless the point
 * belongs to an abbreviation ("et al.", "s.e.m.", "Fig. 3", "i.e.").
 */
public final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?][)\\]\"']?\\s+(?=[\\p{Lu}\\p{N}(\\[\"'−~≈])");
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|[\\s(\\[])(?:et al|figs?|suppl?|refs?|eqs?|no|nos|vs|cf|ca|approx|resp|i\\.e|e\\.g|z\\.b|d\\.h|bzw|abb|tab|tabl|dr|prof|"
                    + "st|s\\.d|s\\.e\\.m|s\\.e|sem|n\\.s|p\\.o|temp|incl|max|min|p|\\p{L})\\.[)\\]]?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SPREAD_ENDS =
            Pattern.compile("(?:s\\.d|s\\.e\\.m|s\\.e|al|vs)\\.[)\\]]?\\s*$", Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    /** The sentences in order; together they are the text without the spaces between them. */
    public static List<Sentence> of(String plain) {
        var found = new ArrayList<Sentence>();
        int begin = 0;
        var matcher = END.matcher(plain);
        while (matcher.find()) {
            var before = plain.substring(begin, matcher.end());
            if (continues(before, plain, matcher.end())) {
                continue;
            }
            add(found, plain, begin, matcher.end());
            begin = matcher.end();
        }
        add(found, plain, begin, plain.length());
        return List.copyOf(found);
    }

    private static boolean continues(String before, String plain, int next) {
        if (!ABBREVIATED.matcher(before).find()) {
            return false;
        }
        // "mean ± s.e.m. The ratio": a point that ends both the abbreviation and the sentence
        boolean capitalWord = plain.substring(next).matches("(?s)\\p{Lu}\\p{Ll}+\\s.*|(?s)[AI]\\s.*");
        return !(SPREAD_ENDS.matcher(before).find() && capitalWord && !before.matches("(?s).*(?:al|vs)\\.\\s*$"));
    }

    private static void add(List<Sentence> found, String plain, int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && Character.isWhitespace(plain.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(plain.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            found.add(new Sentence(plain, from, to));
        }
    }
}
