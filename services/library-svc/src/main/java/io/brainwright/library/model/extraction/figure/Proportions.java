package io.brainwright.library.model.extraction.figure;

import static io.brainwright.library.model.extraction.passage.Patterns.anywhere;

import io.brainwright.library.model.extraction.passage.Sentence;
import io.brainwright.neuro.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds k of n in a sentence, in either order: "11 of 97", "11 pairs out of 97", "7/52", "of 240 pairs tested, 58 were connected". */
public final class Proportions {
    private static final String K = "(?<![\\p{L}\\d.,/±-])(\\d{1,6})";
    private static final String N = "(\\d{1,6})(?![\\d.,/]*\\d|\\s?%|\\s?[μmn]?[mMVASF]\\b)";
    private static final Pattern K_OF_N = anywhere(K
            + "(?: ?/ ?| (?:(?!per\\b)[\\p{L}/0-9-]+ ){0,4}?(?:out of|of|sur|von|de|aus) (?:the |all |a total of |les |den |las )?)"
            + N);
    private static final Pattern N_THEN_K = anywhere(
            "(?:of|from|among|in|out of|sur|von|de|entre)(?: the| a total of| all)? " + N
                    + " (?:[\\p{L}0-9/() -]+?)(?:, | \\([^)]*\\),? | et | )(?:only |just |we found |nur |seulement |s[oó]lo )?"
                    + K
                    + " (?:(?:pairs|cells|neurons|of them|of these|paires|paare|pares) )?(?:were|was|showed|had|proved|exhibited|[ée]taient|waren|estaban)");

    private static final Pattern N_THEN_K_OF_THEM = anywhere(
            N + " (?:[\\p{L}0-9/-]+ ){1,6}[^.;%]{0,50}?" + K + " (?:of|out of) (?:them|these|those|which)(?![\\p{L}])");

    private Proportions() {}

    /** Every k of n with k ≤ n, in order. */
    public static List<Proportion> find(Sentence sentence) {
        var found = new ArrayList<Proportion>();
        collect(found, sentence, N_THEN_K, 2, 1);
        collect(found, sentence, N_THEN_K_OF_THEM, 2, 1);
        collect(found, sentence, K_OF_N, 1, 2);
        return List.copyOf(found);
    }

    private static void collect(List<Proportion> found, Sentence sentence, Pattern pattern, int k, int n) {
        var matcher = pattern.matcher(sentence.text())
                .region(sentence.begin(), sentence.end())
                .useTransparentBounds(true);
        while (matcher.find()) {
            int successes = Integer.parseInt(matcher.group(k));
            int trials = Integer.parseInt(matcher.group(n));
            var span = new Span(Math.min(matcher.start(1), matcher.start(2)), Math.max(matcher.end(1), matcher.end(2)));
            boolean layer = sentence.between(span.start(), span.end()).matches("[1-6]/[1-6]")
                    && sentence.before(span.start(), 10).matches("(?is).*(?:layers?|lamina|couche|schicht|capa|l) ?$");
            if (trials > 0
                    && successes <= trials
                    && !layer
                    && found.stream().noneMatch(p -> p.span().overlaps(span))) {
                found.add(new Proportion(span, successes, trials));
            }
        }
    }
}
