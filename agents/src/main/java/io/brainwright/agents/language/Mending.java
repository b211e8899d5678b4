package io.brainwright.agents.language;

import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.Token;
import io.brainwright.neuro.text.Tokens;
import io.brainwright.neuro.units.Units;
import io.brainwright.neuro.vocabulary.NearestNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Corrects the spelling of a request before it is read, so that a misspelt unit or verb counts as it was meant.
 *
 * <p>Only words that nothing knows are corrected, and only where one known word alone is near: one slip from five letters on (in short
 * words a letter too many, too few, or two swapped), two from nine on. Names, acronyms, paths and words with digits stay as they are.
 */
final class Mending {
    private static final int SHORTEST = 5;
    private static final int MIDDLE = 7;
    private static final int LONG = 9;

    private final Concepts concepts;
    private final Lexicon lexicon;

    Mending(Concepts concepts, Lexicon lexicon) {
        this.concepts = concepts;
        this.lexicon = lexicon;
    }

    /** The request with its misspelt words corrected. */
    String mended(String text, List<Token> tokens, Language language) {
        var mended = new StringBuilder(text);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            var token = tokens.get(i);
            if (isMisspelt(token, i, language)) {
                var right = nearest(token.folded(), language);
                if (!right.isEmpty()) {
                    mended.replace(token.span().start(), token.span().end(), right);
                }
            }
        }
        return mended.toString();
    }

    private boolean isMisspelt(Token token, int at, Language language) {
        var word = token.folded();
        boolean name = at > 0 && Character.isUpperCase(token.text().charAt(0)) && language != Language.GERMAN;
        boolean letters = word.chars().allMatch(Character::isLetter);
        return token.is(Token.Kind.WORD)
                && letters
                && !name
                && word.length() >= SHORTEST
                && !token.text().chars().skip(1).anyMatch(Character::isUpperCase)
                && !concepts.knows(word)
                && !lexicon.knows(word)
                && lexicon.find(Tokens.of(token.text())).isEmpty()
                && !Units.isUnit(token.lower());
    }

    private String nearest(String word, Language language) {
        var near = new LinkedHashSet<String>();
        int fewest = word.length() >= LONG ? 2 : 1;
        for (var tongue : language == Language.ENGLISH ? List.of(language) : List.of(language, Language.ENGLISH)) {
            fewest = search(word, concepts.wholeWords(tongue), fewest, near);
        }
        search(word, Units.names(), fewest, near);
        return near.size() == 1 ? near.getFirst() : "";
    }

    /** Collects the words that are nearest; how many slips away they are. */
    private static int search(String word, Set<String> words, int most, LinkedHashSet<String> near) {
        int fewest = most;
        for (var known : words) {
            if (known.length() < SHORTEST || Math.abs(known.length() - word.length()) > fewest) {
                continue;
            }
            int slips = NearestNames.distance(word, known);
            if (slips == 0 || slips > fewest || !isSlip(word, known, slips)) {
                continue;
            }
            if (slips < fewest) {
                near.clear();
                fewest = slips;
            }
            near.add(known);
        }
        return fewest;
    }

    private static boolean isSlip(String word, String known, int slips) {
        boolean sameStart = word.charAt(0) == known.charAt(0);
        boolean swapped = sameLetters(word, known);
        boolean replaced = word.length() == known.length() && !swapped;
        return (sameStart || swapped) && (word.length() >= MIDDLE || !replaced) && slips > 0;
    }

    private static boolean sameLetters(String a, String b) {
        return a.length() == b.length()
                && java.util.Arrays.equals(
                        a.chars().sorted().toArray(), b.chars().sorted().toArray());
    }
}
