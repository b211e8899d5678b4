package io.brainwright.agents.experts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** What several experts say that cannot all hold. Nothing is decided here; the scientist is told. */
final class Contradictions {
    private Contradictions() {}

    /** Pairs of checks that no value passes. */
    static List<String> ofChecks(List<Expert> experts) {
        var told = new ArrayList<String>();
        for (int i = 0; i < experts.size(); i++) {
            for (int j = i; j < experts.size(); j++) {
                pair(experts.get(i), experts.get(j), i == j, told);
            }
        }
        return told;
    }

    private static void pair(Expert one, Expert other, boolean same, List<String> told) {
        for (int a = 0; a < one.checks().size(); a++) {
            for (int b = same ? a + 1 : 0; b < other.checks().size(); b++) {
                var x = one.checks().get(a);
                var y = other.checks().get(b);
                if (x.param().equals(y.param()) && (x.max() < y.min() || y.max() < x.min())) {
                    told.add(
                            "%s and %s contradict each other about %s: %s against %s; no value passes both checks, so each plan will be questioned."
                                    .formatted(one.name(), other.name(), x.param(), range(x), range(y)));
                }
            }
        }
    }

    /** The words that hold, the first of each, and what is told of the others. */
    static List<ExtraWord> ofWords(List<ExtraWord> words, List<String> told) {
        var first = new HashMap<String, ExtraWord>();
        var kept = new ArrayList<ExtraWord>();
        for (var word : words) {
            var earlier = first.putIfAbsent(word.word().toLowerCase(Locale.ROOT), word);
            if (earlier == null) {
                kept.add(word);
            } else if (!earlier.means().equals(word.means()) || !earlier.kind().equals(word.kind())) {
                told.add("%s and %s contradict each other about the word '%s': %s %s against %s %s; the first counts."
                        .formatted(
                                earlier.expert(),
                                word.expert(),
                                word.word(),
                                earlier.kind(),
                                earlier.means(),
                                word.kind(),
                                word.means()));
            }
        }
        return kept;
    }

    private static String range(Expert.Check check) {
        return Double.isInfinite(check.min())
                ? "at most " + number(check.max())
                : Double.isInfinite(check.max())
                        ? "at least " + number(check.min())
                        : number(check.min()) + " to " + number(check.max());
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
