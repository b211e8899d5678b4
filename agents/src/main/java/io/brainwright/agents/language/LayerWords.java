package io.brainwright.agents.language;

import io.brainwright.neuro.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Layers that are said in other ways than by their numbers, and numbers that are layers after all. */
final class LayerWords {
    private static final int LAYERS = 6;
    private static final int EXCEPTED_WITHIN = 4;

    private LayerWords() {}

    /** "la couche 4 à 50 ms", "layer 2/3 -50 pA": the numbers of the layer are no part of the quantity behind. */
    static List<Amount> behindLayers(List<Amount> amounts, List<Named> named, List<Word> words) {
        var apart = new ArrayList<Amount>();
        for (var a : amounts) {
            var layer = named.stream()
                    .filter(n -> n.is(Named.Kind.LAYER) && n.from() <= a.from() && a.from() < n.to())
                    .findFirst();
            boolean within = layer.filter(n -> a.to() <= n.to()).isPresent();
            if (layer.isEmpty()) {
                apart.add(a);
            } else if (!within && a.form() != Amount.Form.ONE) {
                apart.add(lastOf(a, layer.get(), words));
            } else if (!within) {
                apart.add(a);
            }
        }
        return apart;
    }

    private static Amount lastOf(Amount a, Named layer, List<Word> words) {
        int from = layer.to();
        while (from + 1 < a.to() && words.get(from).sort() != Word.Sort.NUMBER) {
            from++;
        }
        return new Amount(
                from,
                a.to(),
                a.dimension(),
                List.of(a.values().getLast()),
                Amount.Form.ONE,
                words.get(from).raw() + " " + a.unit(),
                a.unit(),
                a.change());
    }

    /** "infragranular layers", "supragranulär": layers by where they lie. */
    static void granular(List<Word> words, List<Named> named) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i).text();
            var layers = word.startsWith("infragranul")
                    ? List.of("5", "6")
                    : word.startsWith("supragranul") ? List.of("1", "2", "3") : List.<String>of();
            if (!layers.isEmpty()) {
                named.add(new Named(
                        Named.Kind.LAYER, layers, i, i + 1, words.get(i).raw()));
            }
        }
    }

    /** The 4 of "layers 2-6 but not 4". */
    static void exceptedNumbers(List<Word> words, List<Named> named) {
        for (int i = 1; i < words.size(); i++) {
            int at = i;
            boolean near = named.stream()
                    .anyMatch(n -> n.is(Named.Kind.LAYER) && n.to() < at && at - n.to() <= EXCEPTED_WITHIN);
            boolean counts = i + 1 < words.size()
                    && words.get(i + 1).sort() == Word.Sort.WORD
                    && !words.get(i + 1).text().matches("and|und|et|y|or|oder|ou|o");
            boolean excepted = words.get(i - 1)
                            .text()
                            .matches("not|nicht|pas|no|except|sauf|ausser|ohne|salvo|excepto|menos|without|minus")
                    || named.stream().anyMatch(n -> n.to() == at - 1 && n.said().matches("[1-6]"))
                            && words.get(i - 1).text().matches("and|und|et|y|,|or|oder|ni");
            boolean taken = named.stream().anyMatch(n -> n.from() <= at && at < n.to());
            if (near && !counts && !taken && excepted && words.get(i).text().matches("[1-6]")) {
                named.add(new Named(
                        Named.Kind.LAYER,
                        List.of(words.get(i).text()),
                        i,
                        i + 1,
                        words.get(i).raw()));
            }
        }
    }

    /** "all six layers". */
    static void allLayers(List<Token> tokens, List<Word> words, List<Named> named) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean six =
                    Set.of("six", "6", "sechs", "seis").contains(words.get(i).text());
            if (six
                    && Set.of("layers", "couches", "schichten", "capas")
                            .contains(words.get(i + 1).text())) {
                var all = IntStream.rangeClosed(1, LAYERS)
                        .mapToObj(String::valueOf)
                        .toList();
                named.removeIf(n -> n.is(Named.Kind.LAYER));
                named.add(
                        new Named(Named.Kind.LAYER, all, i, i + 2, words.get(i).raw()));
            }
        }
        assert !tokens.isEmpty() || words.isEmpty();
    }
}
