package io.brainwright.agents.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The language of a reply, by its function words. */
final class ReplyLanguage {
    private static final List<List<String>> WORDS = Rows.of("function-words.txt");

    private ReplyLanguage() {}

    /**
     * "en", "fr", "de", "es"; "?" where no function word occurs or two languages have as many.
     *
     * @param reply what the scientist reads
     * @param quoted what the reply repeats and did not write: the request, citations of values; it does not count
     */
    static String of(String reply, String quoted) {
        var words = new ArrayList<>(words(reply));
        words(quoted).forEach(words::remove);
        var counts = WORDS.stream()
                .mapToLong(row -> words.stream()
                        .filter(row.subList(1, row.size())::contains)
                        .count())
                .toArray();
        long most = Arrays.stream(counts).max().orElse(0);
        boolean alone = Arrays.stream(counts).filter(c -> c == most).count() == 1;
        for (int i = 0; alone && most > 0 && i < counts.length; i++) {
            if (counts[i] == most) {
                return WORDS.get(i).getFirst();
            }
        }
        return "?";
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    }
}
