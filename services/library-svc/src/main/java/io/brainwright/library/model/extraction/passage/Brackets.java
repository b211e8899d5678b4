package io.brainwright.library.model.extraction.passage;

import io.brainwright.neuro.text.Span;
import java.util.Optional;

/** Where brackets open and close. */
public final class Brackets {
    private Brackets() {}

    /** The bracket that opens at a place or behind spaces after it, without its signs; empty where none does or none closes. */
    public static Optional<Span> after(Sentence sentence, int place) {
        var text = sentence.text();
        int at = place;
        while (at < sentence.end() && text.charAt(at) == ' ') {
            at++;
        }
        if (at >= sentence.end() || "([".indexOf(text.charAt(at)) < 0) {
            return Optional.empty();
        }
        return closing(sentence, at);
    }

    private static Optional<Span> closing(Sentence sentence, int open) {
        int depth = 0;
        for (int i = open; i < sentence.end(); i++) {
            char c = sentence.text().charAt(i);
            depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return Optional.of(new Span(open + 1, i));
            }
        }
        return Optional.empty();
    }

    /** The innermost bracket around a place, without its signs; empty where there is none. */
    public static Optional<Span> around(Sentence sentence, int place) {
        int depth = 0;
        for (int i = place - 1; i >= sentence.begin(); i--) {
            char c = sentence.text().charAt(i);
            if (")]".indexOf(c) >= 0) {
                depth++;
            } else if ("([".indexOf(c) >= 0 && depth-- == 0) {
                return closing(sentence, i);
            }
        }
        return Optional.empty();
    }
}
