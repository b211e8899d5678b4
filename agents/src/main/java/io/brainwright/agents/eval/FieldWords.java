package io.brainwright.agents.eval;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Words of the field that stand for numbers: "all layers", "supragranular", "1080p", "half a second more". */
final class FieldWords {
    private static final List<List<String>> ROWS = Rows.of("field-numbers.txt");
    private static final int LAYERS = 6;

    private FieldWords() {}

    /** The numbers that a text says by such words. */
    static List<Spoken.Said> numbers(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        var all = IntStream.rangeClosed(1, LAYERS).asDoubleStream();
        boolean everyLayer = plain.matches(
                "(?s).*\\b(all|every|each|whole|full|toutes|tous|alle[nr]?|ganze[nr]?|todas|todos|entera|sechs|six|seis)\\b.*");
        var words = ROWS.stream()
                .filter(row -> plain.contains(row.getFirst()))
                .flatMap(row -> row.stream().skip(1))
                .mapToDouble(Double::parseDouble);
        return java.util.stream.DoubleStream.concat(everyLayer ? all : java.util.stream.DoubleStream.empty(), words)
                .mapToObj(v -> new Spoken.Said(v, null, true))
                .toList();
    }
}
