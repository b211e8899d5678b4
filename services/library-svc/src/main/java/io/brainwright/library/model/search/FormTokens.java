package io.brainwright.library.model.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Feeds Lucene with every form under which a word can be found; all forms of a word share its position. */
final class FormTokens extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> waiting = new ArrayDeque<>();
    private Iterator<TextWord> words = List.<TextWord>of().iterator();
    private int begin;
    private int end;
    private int lastBegin;
    private int length;

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        boolean first = waiting.isEmpty();
        if (first) {
            if (!words.hasNext()) {
                return false;
            }
            var word = words.next();
            begin = Math.max(word.begin(), lastBegin); // Lucene wants places that never go back
            end = word.end();
            lastBegin = begin;
            waiting.addAll(TextWords.findable(word.form()));
        }
        term.append(waiting.removeFirst());
        offset.setOffset(correctOffset(begin), correctOffset(end));
        step.setPositionIncrement(first ? 1 : 0);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        var text = new StringBuilder();
        char[] buffer = new char[8192];
        for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
            text.append(buffer, 0, n);
        }
        words = TextWords.of(text).iterator();
        waiting.clear();
        lastBegin = 0;
        length = text.length();
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(length), correctOffset(length));
    }
}
