package io.brainwright.agents.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is excepted is not meant: "layers 2 to 5 but not layer 4", "everything except layer 1", "POm but not VPM".
 *
 * <p>A word of exception stands before the name, with articles at most between, or before the name that this one continues ("sans
 * la couche 1 ni la 6"). Excepted layers leave those that were named; where none were, all six.
 */
final class Negations {
    private static final int LAYERS = 6;
    private static final Set<String> EXCEPT = Set.of(
            "except",
            "excepting",
            "excluding",
            "excl",
            "minus",
            "without",
            "omit",
            "omitting",
            "skip",
            "skipping",
            "drop",
            "remove",
            "sauf",
            "excepte",
            "hormis",
            "hors",
            "sans",
            "enleve",
            "retire",
            "ausser",
            "auser",
            "ohne",
            "abzuglich",
            "excepto",
            "salvo",
            "menos",
            "sin",
            "quita",
            "exclude",
            "exclure",
            "ni",
            "nor");
    /** A word of exception only behind another. */
    private static final Set<String> NOT = Set.of("not", "nicht", "pas", "no", "kein", "keine", "never");

    private static final Set<String> BUT =
            Set.of("but", "aber", "mais", "pero", "and", "und", "et", "y", ",", "sino", "sondern", "do", "(");
    private static final Set<String> TWO_WORDS = Set.of(
            "leave out",
            "leaving out",
            "apart from",
            "other than",
            "bis auf",
            "lass weg",
            "no layer",
            "deja fuera",
            "aparte de",
            "laisse de");
    private static final Set<String> BETWEEN = Set.of(
            "the",
            "of",
            "for",
            "in",
            "any",
            "la",
            "le",
            "les",
            "el",
            "los",
            "las",
            "de",
            "die",
            "der",
            "das",
            "den",
            "dem",
            "du",
            "des",
            "l",
            "layer",
            "layers",
            "couche",
            "couches",
            "schicht",
            "schichten",
            "capa",
            "capas",
            "from",
            "von",
            "del",
            "anything",
            "a");
    private static final Set<String> AND =
            Set.of("and", "und", "et", "y", "or", "oder", "ou", "o", ",", "ni", "&", "e");
    private static final int REACH = 4;

    private Negations() {}

    static List<Named> applied(List<Named> named, List<Word> words) {
        var kept = new ArrayList<Named>();
        boolean denying = false;
        int lastTo = 0;
        for (var n : named) {
            boolean layer = n.is(Named.Kind.LAYER);
            boolean region = n.is(Named.Kind.REGION);
            denying = isExcepted(words, n.from()) || denying && continues(words, lastTo, n.from());
            lastTo = n.to();
            if (denying && layer) {
                without(kept, n);
            } else if (denying && region && kept.stream().anyMatch(k -> k.is(Named.Kind.REGION))) {
                continue;
            } else if (denying && region && laterRegion(named, n)) {
                continue;
            } else {
                kept.add(n);
                denying &= !region && !layer;
            }
        }
        return kept;
    }

    /** Takes layers out of those named before, or out of all six. */
    private static void without(List<Named> kept, Named n) {
        int last = kept.size() - 1;
        while (last >= 0 && !kept.get(last).is(Named.Kind.LAYER)) {
            last--;
        }
        var before = last < 0
                ? IntStream.rangeClosed(1, LAYERS).mapToObj(String::valueOf).toList()
                : kept.get(last).names();
        var left = before.stream().filter(x -> !n.names().contains(x)).toList();
        if (left.isEmpty() || left.size() == before.size() && last >= 0) {
            return;
        }
        int from = last < 0 ? n.from() : kept.get(last).from();
        var rest = new Named(n.kind(), left, from, n.to(), n.said(), n.names());
        if (last < 0) {
            kept.add(rest);
        } else {
            kept.set(last, rest);
        }
    }

    /** "not S1HL but S1FL". */
    private static boolean laterRegion(List<Named> named, Named n) {
        return named.stream().anyMatch(o -> o.is(Named.Kind.REGION) && o.from() > n.from());
    }

    private static boolean isExcepted(List<Word> words, int at) {
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            var word = words.get(i).text();
            var two = i > 0 ? words.get(i - 1).text() + " " + word : "";
            if (EXCEPT.contains(word)
                    || TWO_WORDS.contains(two)
                    || NOT.contains(word)
                            && (i == 0 || BUT.contains(words.get(i - 1).text()))) {
                return true;
            }
            if (!BETWEEN.contains(word)) {
                return false;
            }
        }
        return false;
    }

    private static boolean continues(List<Word> words, int from, int to) {
        for (int i = from; i < to; i++) {
            var word = words.get(i).text();
            if (!AND.contains(word) && !BETWEEN.contains(word)) {
                return false;
            }
        }
        return to - from <= REACH && to > from;
    }
}
