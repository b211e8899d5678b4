package io.brainwright.neuro.morphology.io;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The brackets, bars and words of a Neurolucida file, each with its line, and each bracket with its partner. */
final class AscTokens {
    private final List<String> words = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final int[] partner;

    AscTokens(Findings findings) {
        var text = TextLines.of(findings);
        for (int l = 0; l < text.size(); l++) {
            cut(text.get(l), l + 1);
        }
        partner = new int[words.size()];
        pair(findings);
        findings.stopAtErrors();
    }

    private void cut(String text, int line) {
        int i = 0;
        while (i < text.length() && text.charAt(i) != ';') {
            char c = text.charAt(i);
            int end = i + 1;
            if (c == '"') {
                int close = text.indexOf('"', end);
                end = close < 0 ? text.length() : close + 1;
            } else if (!isSeparator(c) && !isBracket(c)) {
                while (end < text.length() && !isSeparator(text.charAt(end)) && !isBracket(text.charAt(end))) {
                    end++;
                }
            }
            if (!isSeparator(c)) {
                words.add(text.substring(i, end));
                lines.add(line);
            }
            i = end;
        }
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c) || c == ',';
    }

    private static boolean isBracket(char c) {
        return "()<>|;\"".indexOf(c) >= 0;
    }

    private void pair(Findings findings) {
        var open = new ArrayDeque<Integer>();
        for (int t = 0; t < partner.length; t++) {
            var word = words.get(t);
            if (word.equals("(") || word.equals("<")) {
                open.push(t);
            } else if (word.equals(")") || word.equals(">")) {
                close(findings, open, t);
            }
        }
        open.descendingIterator()
                .forEachRemaining(t -> findings.error(
                        "BRACKET_OPEN", where(t), "'" + words.get(t) + "' that is never closed", "pairs of brackets"));
    }

    private void close(Findings findings, ArrayDeque<Integer> open, int t) {
        if (open.isEmpty()) {
            findings.error(
                    "BRACKET_CLOSED", where(t), "'" + words.get(t) + "' that closes nothing", "pairs of brackets");
            return;
        }
        int o = open.pop();
        partner[o] = t;
        if (words.get(o).equals("(") != words.get(t).equals(")")) {
            findings.clash(
                    "BRACKET_CROSSED",
                    where(t),
                    "'" + words.get(t) + "'",
                    "pairs of brackets",
                    "'%s' in %s".formatted(words.get(o), where(o)));
        }
    }

    int size() {
        return partner.length;
    }

    boolean is(int t, String word) {
        return t < partner.length && words.get(t).equals(word);
    }

    String word(int t) {
        return words.get(t);
    }

    int line(int t) {
        return lines.get(t);
    }

    String where(int t) {
        return "line " + lines.get(t);
    }

    /** Where the bracket at t closes. */
    int partner(int t) {
        return partner[t];
    }

    /** Whether a bracket opens here whose first word is a number: a point. */
    boolean isPoint(int t) {
        return is(t, "(") && t + 1 < partner.length && words.get(t + 1).matches("[-+.]?[0-9].*|(?i)[-+]?(nan|inf).*");
    }

    /** Whether a bracket opens here that holds brackets at once: a fork. */
    boolean isFork(int t) {
        return is(t, "(") && (is(t + 1, "(") || is(t + 1, "|"));
    }
}
