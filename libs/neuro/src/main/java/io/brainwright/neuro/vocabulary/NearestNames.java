package io.brainwright.neuro.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Offers the names that a mistyped one may have meant. */
public final class NearestNames {
    private NearestNames() {}

    /**
     * The nearest names, nearest first; letter case does not count, equal distances keep the order given. Names that share
     * less than half of their letters with the word are not offered.
     *
     * @param word what was said
     * @param names what exists
     * @param most how many to offer at most
     */
    public static List<String> of(String word, Collection<String> names, int most) {
        record Near(String name, int edits) {}
        var near = new ArrayList<Near>();
        for (var name : names) {
            int edits = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (2 * edits <= Math.max(word.length(), name.length())) {
                near.add(new Near(name, edits));
            }
        }
        near.sort(Comparator.comparingInt(Near::edits));
        return near.stream().limit(most).map(Near::name).toList();
    }

    /** A sentence for the scientist: what is meant perhaps, or else all that there is. */
    public static String sentence(String word, Collection<String> names) {
        var near = of(word, names, 3);
        return near.isEmpty()
                ? "There are: " + String.join(", ", names) + "."
                : "Did you mean " + String.join(", ", near) + "?";
    }

    /**
     * How many insertions, deletions, replacements and swaps of neighbours turn one word into the other, no letter being
     * edited twice.
     *
     * @see <a href="https://doi.org/10.1145/363958.363994">Damerau 1964, A technique for computer detection and correction of
     *     spelling errors</a>
     */
    public static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
