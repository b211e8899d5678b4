package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;
import java.util.Map;
import java.util.Optional;

/** How often, in a word: "once", "zweimal", "deux fois". */
final class Counts {
    private static final Map<String, Integer> TURNS = Map.ofEntries(
            Map.entry("once", 1),
            Map.entry("twice", 2),
            Map.entry("thrice", 3),
            Map.entry("einmal", 1),
            Map.entry("zweimal", 2),
            Map.entry("dreimal", 3),
            Map.entry("viermal", 4));
    private static final Map<String, Integer> BEFORE = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("a", 1),
            Map.entry("full", 1),
            Map.entry("une", 1),
            Map.entry("un", 1),
            Map.entry("una", 1),
            Map.entry("eine", 1),
            Map.entry("einem", 1),
            Map.entry("the", 1),
            Map.entry("le", 1),
            Map.entry("la", 1));

    private Counts() {}

    static Optional<Double> turns(Utterance u) {
        for (int i = 0; i < u.size(); i++) {
            var n = TURNS.get(u.word(i));
            if (n != null) {
                return Optional.of((double) n);
            }
        }
        for (var m : u.all("word.turns")) {
            var n = BEFORE.get(u.word(m.from() - 1));
            boolean phrase = m.to() - m.from() > 1;
            if (phrase) {
                return Optional.of(u.word(m.from()).startsWith("d") ? 2.0 : 1.0);
            }
            if (n != null) {
                return Optional.of((double) n);
            }
        }
        return Optional.empty();
    }
}
