package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One pass over the tokens of a text, the longest name first. */
final class MentionSearch {
    private final NameIndex index;
    private final List<Token> tokens;
    private final Spelling spelling;

    MentionSearch(NameIndex index, List<Token> tokens, Predicate<String> known) {
        this.index = index;
        this.tokens = tokens;
        this.spelling = new Spelling(index, known);
    }

    List<EntryMention> all() {
        var mentions = new ArrayList<EntryMention>();
        int i = 0;
        while (i < tokens.size()) {
            var mention = at(i);
            if (mention != null) {
                mentions.add(mention);
            }
            i = mention == null ? i + 1 : mention.endToken();
        }
        return List.copyOf(mentions);
    }

    private @Nullable EntryMention at(int i) {
        if (!canBegin(tokens.get(i))) {
            return null;
        }
        var first = spelling.read(tokens.get(i));
        for (int end = index.begins(first.word()) ? furthest(i) : i; end > i; end--) {
            if (!WordForms.isHyphen(tokens.get(end - 1))
                    && !(tokens.get(end - 1).is(Token.Kind.SIGN))) {
                var found = phrase(i, end);
                if (found != null) {
                    return found;
                }
            }
        }
        return first.acronym() ? unsure(i) : null;
    }

    private @Nullable EntryMention phrase(int from, int end) {
        var words = new ArrayList<String>();
        int edits = 0;
        int corrections = 0;
        for (int k = from; k < end; k++) {
            if (!WordForms.isHyphen(tokens.get(k))) {
                var reading = spelling.read(tokens.get(k));
                words.add(reading.word());
                edits += reading.edits();
                corrections += reading.edits() > 0 ? 1 : 0;
            }
        }
        if (corrections > 1) {
            return null;
        }
        var entries = index.find(words, edits > 0 ? "" : written(from, end));
        return entries.isEmpty() ? null : mention(from, end, entries, edits);
    }

    private EntryMention mention(int from, int end, List<Entry> entries, int edits) {
        var span = tokens.get(from).span().hull(tokens.get(end - 1).span());
        return new EntryMention(span, from, end, written(from, end), entries, edits, false, List.of());
    }

    private @Nullable EntryMention unsure(int i) {
        var near = spelling.acronymsNear(tokens.get(i).text());
        return near.isEmpty()
                ? null
                : new EntryMention(tokens.get(i).span(), i, i + 1, tokens.get(i).text(), List.of(), 0, true, near);
    }

    private int furthest(int i) {
        int words = 0;
        int end = i;
        while (end < tokens.size() && words < index.longest()) {
            var token = tokens.get(end);
            boolean joins = WordForms.isHyphen(token) || token.is(Token.Kind.WORD) || token.is(Token.Kind.NUMBER);
            if (!joins && !(token.isSign("/") && !token.afterGap())) {
                break;
            }
            words += WordForms.isHyphen(token) ? 0 : 1;
            end++;
        }
        return Math.max(end, i + 1);
    }

    private static boolean canBegin(Token token) {
        return token.is(Token.Kind.WORD) || token.is(Token.Kind.NUMBER);
    }

    private String written(int from, int end) {
        var text = new StringBuilder();
        for (int k = from; k < end; k++) {
            text.append(k > from && tokens.get(k).afterGap() ? " " : "")
                    .append(tokens.get(k).text());
        }
        return text.toString();
    }
}
