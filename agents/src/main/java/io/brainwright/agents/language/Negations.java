package io.brainwright.agents.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "layers 2 to 5 but not layer 4", "POm but not VPM": what is excepted leaves the list before it. */
final class Negations {
    private static final Set<String> EXCEPT =
            Set.of("except", "excluding", "sauf", "excepte", "ausser", "ohne", "excepto", "salvo", "menos", "without");
    private static final Set<String> NOT = Set.of("not", "nicht", "pas", "no");
    private static final Set<String> BUT = Set.of("but", "aber", "mais", "pero", "and", "und", "et", "y", ",");
    private static final int REACH = 3;

    private Negations() {}

    static List<Named> applied(List<Named> named, List<Word> words) {
        var kept = new ArrayList<Named>();
        for (var n : named) {
            int last = kept.size() - 1;
            if (last >= 0 && denied(n, kept.get(last), words)) {
                continue;
            }
            boolean excepted = n.is(Named.Kind.LAYER)
                    && last >= 0
                    && kept.get(last).is(Named.Kind.LAYER)
                    && excepts(words, kept.get(last).to(), n.from());
            if (excepted) {
                var before = kept.get(last);
                var left = before.names().stream()
                        .filter(x -> !n.names().contains(x))
                        .toList();
                kept.set(
                        last,
                        new Named(
                                before.kind(),
                                left.isEmpty() ? before.names() : left,
                                before.from(),
                                n.to(),
                                before.said()));
            } else {
                kept.add(n);
            }
        }
        return kept;
    }

    /** "fibres of POm but not of VPM": a place that is not meant is none that was named. */
    private static boolean denied(Named n, Named before, List<Word> words) {
        return n.is(Named.Kind.REGION) && before.is(Named.Kind.REGION) && excepts(words, before.to(), n.from());
    }

    private static boolean excepts(List<Word> words, int from, int to) {
        boolean except = false;
        for (int i = from; i < to && to - from <= REACH; i++) {
            var word = words.get(i).text();
            except |= EXCEPT.contains(word)
                    || (NOT.contains(word)
                            && i > from
                            && BUT.contains(words.get(i - 1).text()));
        }
        return except;
    }
}
