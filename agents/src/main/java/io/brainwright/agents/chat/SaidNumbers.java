package io.brainwright.agents.chat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds numbers that a chat model puts into the scientist's mouth.
 *
 * <p>A number counts as said where the scientist said it next to the same word: "300 neurons", "150 um", "layer 4". So a model can
 * neither invent a number nor move one from the neurons to the micrometres.
 */
final class SaidNumbers {
    private static final Pattern WORD =
            Pattern.compile("[+-]?\\d+(?:[.,]\\d+)*(?:e[+-]?\\d+)?|[\\p{L}%°][\\p{L}\\p{N}/%°]*");

    private SaidNumbers() {}

    /** The numbers of words, each with its neighbours, that stand in nothing that was said. */
    static List<String> foreign(String words, List<String> said) {
        Set<String> known = new HashSet<>();
        said.forEach(s -> neighbours(tokens(s)).forEach(n -> known.addAll(n.pairs())));
        var foreign = new ArrayList<String>();
        for (var number : neighbours(tokens(words))) {
            if (number.pairs().stream().noneMatch(known::contains)) {
                foreign.add(number.words());
            }
        }
        return foreign;
    }

    /** A number between its neighbours; an empty neighbour is the edge of the words. */
    private record Number(String before, String number, String after) {
        List<String> pairs() {
            return List.of(before + " " + number + " <", "> " + number + " " + after);
        }

        String words() {
            return (before + " " + number + " " + after).strip();
        }
    }

    private static List<Number> neighbours(List<String> tokens) {
        var numbers = new ArrayList<Number>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).matches(".*\\d.*")) {
                numbers.add(new Number(
                        i > 0 ? tokens.get(i - 1) : "", tokens.get(i), i + 1 < tokens.size() ? tokens.get(i + 1) : ""));
            }
        }
        return numbers;
    }

    private static List<String> tokens(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replace('μ', 'u')
                .replace('\u2212', '-')
                .toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(r -> r.group()).toList();
    }
}
