package io.brainwright.agents.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a scientist quotes of others: a sentence in quotation marks is evidence, never a wish.
 *
 * @param words the scientist's own words, the quotes blanked out
 * @param quotes what was quoted
 */
public record Quoted(String words, List<String> quotes) {
    private static final int SENTENCE = 4;
    private static final int OWN = 8;
    private static final Pattern QUOTE =
            Pattern.compile("\"([^\"]+)\"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|‘([^’]{15,})’");

    public Quoted {
        quotes = List.copyOf(quotes);
    }

    /** Parts quotes of at least four words from the words around them; names and titles in quotes stay. */
    public static Quoted of(String said) {
        var quotes = new ArrayList<String>();
        var m = QUOTE.matcher(said);
        var own = new StringBuilder(said);
        while (m.find()) {
            if (m.group().strip().split("\\s+").length >= SENTENCE) {
                quotes.add(m.group());
                for (int i = m.start(); i < m.end(); i++) {
                    own.setCharAt(i, ' ');
                }
            }
        }
        boolean something = own.toString().strip().length() >= OWN;
        return something ? new Quoted(own.toString(), quotes) : new Quoted(said, List.of());
    }
}
