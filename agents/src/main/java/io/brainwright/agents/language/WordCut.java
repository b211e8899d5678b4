package io.brainwright.agents.language;

import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts tokens into the words that concepts are found in, and finds the words of a span. */
final class WordCut {
    private static final Set<String> JOINING = Set.of("-", "/", "'", "\"", "–", "—", "(", ")", "[", "]", "¿", "¡");

    private WordCut() {}

    static List<Word> words(List<Token> tokens) {
        var words = new ArrayList<Word>();
        for (var token : tokens) {
            var span = token.span();
            if (token.is(Token.Kind.SIGN) && JOINING.contains(token.text())) {
                continue;
            }
            if (!token.is(Token.Kind.WORD)) {
                words.add(new Word(token.folded(), token.text(), span.start(), span.end(), sort(token)));
                continue;
            }
            for (var part : token.folded().split("'", -1)) {
                if (!part.isBlank()) {
                    words.add(new Word(withoutCharge(part), token.text(), span.start(), span.end(), Word.Sort.WORD));
                }
            }
        }
        return words;
    }

    /** "ca2+", "mg2+": an ion by its element. */
    private static String withoutCharge(String word) {
        return word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
    }

    private static Word.Sort sort(Token token) {
        return switch (token.kind()) {
            case WORD -> Word.Sort.WORD;
            case NUMBER -> Word.Sort.NUMBER;
            case PATH -> Word.Sort.PATH;
            case MENTION -> Word.Sort.NAME;
            case SIGN -> Word.Sort.SIGN;
        };
    }

    static int first(List<Word> words, Span span) {
        int i = 0;
        while (i < words.size() && words.get(i).end() <= span.start()) {
            i++;
        }
        return i;
    }

    static int end(List<Word> words, Span span) {
        int i = words.size();
        while (i > 0 && words.get(i - 1).start() >= span.end()) {
            i--;
        }
        return i;
    }
}
