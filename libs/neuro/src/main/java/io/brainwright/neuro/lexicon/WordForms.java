package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes words comparable: without case and accents, then without the endings of number, gender and case.
 *
 * <p>The endings of the four languages are taken off one after another, so "neurons", "neurones", "Neuronen" and "neuronas" meet in one stem. What is
 * left is no word of any language; it only has to be the same for the forms of one word.
 */
final class WordForms {
    private static final String[] ENDINGS = {"aux", "en", "em", "er", "es", "s", "e", "n", "a", "o", "i"};
    private static final int SHORTEST_STEM = 4;

    private WordForms() {}

    /** The stem of a folded word; words with digits or signs stay whole. */
    static String stem(String folded) {
        if (!folded.chars().allMatch(Character::isLetter)) {
            return folded;
        }
        var word = folded;
        for (boolean shorter = true; shorter; ) {
            shorter = false;
            for (var ending : ENDINGS) {
                if (word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending)) {
                    word = word.substring(0, word.length() - ending.length()) + (ending.equals("aux") ? "al" : "");
                    shorter = !ending.equals("aux");
                    break;
                }
            }
        }
        return word;
    }

    /** The words of a name or a piece of text, folded; hyphens only part words. */
    static List<String> folded(List<Token> tokens) {
        var words = new ArrayList<String>();
        for (var token : tokens) {
            if (!isHyphen(token)) {
                words.add(plain(token));
            }
        }
        return words;
    }

    /** A token as it is compared. */
    static String plain(Token token) {
        var folded = token.folded().replace("μ", "u");
        return folded.endsWith(".") && folded.length() > 2 ? folded.substring(0, folded.length() - 1) : folded;
    }

    static boolean isHyphen(Token token) {
        return token.isSign("-") && !token.afterGap();
    }
}
