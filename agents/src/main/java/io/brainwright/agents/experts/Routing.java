package io.brainwright.agents.experts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the expert whose description fits words best.
 *
 * <p>A word counts the more, the fewer experts have it: the weight of Robertson and Spärck Jones, damped by the length of the
 * description as in BM25.
 *
 * <pre>{@code
 *   score = Σ idf(w) · 1 / (1 + k (1 - b + b |d| / mean |d|))     w in words and in d
 * }</pre>
 *
 * k = 1.2 and b = 0.75 are the customary constants; each word counts once.
 *
 * @see <a href="https://doi.org/10.1561/1500000019">Robertson and Zaragoza 2009, The Probabilistic Relevance Framework</a>
 */
final class Routing {
    private static final double K = 1.2;
    private static final double B = 0.75;
    private static final int SHORTEST = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "use", "for", "and", "the", "our", "its", "with", "that", "which", "what", "how", "does", "are", "this",
            "from", "into", "who", "when", "where", "why", "can", "you", "une", "les", "des", "und", "der", "die",
            "das", "los", "las", "que");

    private Routing() {}

    /** The best expert; none where no description shares a telling word, or two fit alike. */
    static Optional<Expert> best(String words, List<Expert> experts) {
        var asked = stems(words);
        Map<String, Integer> holders = new HashMap<>();
        var descriptions = new ArrayList<Set<String>>();
        for (var expert : experts) {
            var stems = stems(expert.description());
            stems.forEach(s -> holders.merge(s, 1, Integer::sum));
            descriptions.add(stems);
        }
        double mean = descriptions.stream().mapToInt(Set::size).average().orElse(1);
        double first = 0;
        double second = 0;
        Expert best = null;
        for (int i = 0; i < experts.size(); i++) {
            double score = score(asked, descriptions.get(i), holders, experts.size(), mean);
            if (score > first) {
                second = first;
                first = score;
                best = experts.get(i);
            } else {
                second = Math.max(second, score);
            }
        }
        return best == null || first == second ? Optional.empty() : Optional.of(best);
    }

    private static double score(
            Set<String> asked, Set<String> description, Map<String, Integer> holders, int experts, double mean) {
        double damping = 1 / (1 + K * (1 - B + B * description.size() / mean));
        double score = 0;
        for (var word : asked) {
            if (description.contains(word)) {
                int n = holders.getOrDefault(word, 0);
                score += Math.log(1 + (experts - n + 0.5) / (n + 0.5)) * damping;
            }
        }
        return score;
    }

    /** Words in lower case without accents and without an English plural. */
    private static Set<String> stems(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var stems = new HashSet<String>();
        WORD.matcher(plain).results().map(r -> r.group()).forEach(word -> {
            if (word.length() >= SHORTEST && !EMPTY_WORDS.contains(word)) {
                stems.add(word.endsWith("s") && word.length() > SHORTEST ? word.substring(0, word.length() - 1) : word);
            }
        });
        return stems;
    }
}
