package io.brainwright.neuro.lexicon;

import io.brainwright.neuro.text.Ordinals;
import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.text.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds cortical layers: "layer IV", "L2/3", "layers 2 to 4", "L4-L6", "Schicht 5", "couches 2 et 3", "fourth layer". */
public final class Layers {
    /**
     * Layers said together.
     *
     * @param span where they stand in the text as it came
     * @param firstToken index of the first token
     * @param endToken index after the last
     * @param layers 1 (at the pia) to 6; another number where words name a layer that no cortex has
     */
    public record Mention(Span span, int firstToken, int endToken, SortedSet<Integer> layers) {}

    private static final Set<String> WORDS = Set.of(
            "layer",
            "layers",
            "lamina",
            "laminae",
            "couche",
            "couches",
            "schicht",
            "schichten",
            "capa",
            "capas",
            "lamine",
            "lagen");
    private static final Map<String, Integer> ROMAN = Map.of("I", 1, "II", 2, "III", 3, "IV", 4, "V", 5, "VI", 6);
    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final Pattern SHORT = Pattern.compile("(?i:H?L)([1-6])([ab]?)(?:/([1-6]))?");
    private static final Pattern SUBLAYER = Pattern.compile("([1-6])[ab]|([1-6])");
    private static final Set<String> ALL = Set.of("all", "every", "alle", "allen", "toutes", "todas");
    private static final Set<String> ARTICLES = Set.of("the", "les", "las", "of", "sechs");
    /** What may stand between the word and its numbers: "layers only (2 and 3)", "layers: 4, 5". */
    private static final Set<String> LINKS = Set.of(
            "-",
            "(",
            ":",
            "=",
            "only",
            "nur",
            "seulement",
            "uniquement",
            "solo",
            "solamente",
            "just",
            "number",
            "numbers",
            "no",
            "nr");

    /** What takes layers out: "all layers except 1 and 6". */
    private static final Set<String> EXCEPT = Set.of(
            "except",
            "excepting",
            "excluding",
            "minus",
            "sauf",
            "hormis",
            "excepté",
            "ausser",
            "außer",
            "ohne",
            "excepto",
            "salvo",
            "menos",
            "without",
            "but",
            "bis",
            "auf",
            "not");

    private static final Set<String> AND =
            Set.of("and", "und", "et", "y", "or", "oder", "ou", "o", "&", ",", "/", "sowie");
    private static final Set<String> TO = Set.of("to", "bis", "à", "a", "through", "–", "-");

    static {
        var lists = new String[] {
            "one two three four five six",
            "un deux trois quatre cinq six",
            "eins zwei drei vier fünf sechs",
            "uno dos tres cuatro cinco seis"
        };
        for (var list : lists) {
            int value = 1;
            for (var word : list.split(" ")) {
                NUMBERS.put(word, value++);
            }
        }
    }

    private final List<Token> tokens;

    private Layers(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** All mentions of layers, in order and without overlap. */
    public static List<Mention> find(List<Token> tokens) {
        var reader = new Layers(tokens);
        var found = new ArrayList<Mention>();
        for (int i = 0; i < tokens.size(); ) {
            var mention = reader.at(i);
            if (mention != null) {
                found.add(mention);
            }
            i = mention == null ? i + 1 : mention.endToken;
        }
        return List.copyOf(found);
    }

    private @Nullable Mention at(int i) {
        var token = tokens.get(i);
        if (WORDS.contains(token.lower())) {
            int first = i + 1;
            while (isOne(first, LINKS)) {
                first++;
            }
            boolean excepted = isOne(first, EXCEPT);
            while (isOne(first, EXCEPT)) {
                first++;
            }
            return isLayerNumber(first) ? list(excepted ? first : i, first) : beyond(i, first);
        }
        if (token.is(Token.Kind.WORD) && SHORT.matcher(token.text()).matches()) {
            return list(i, i);
        }
        return ALL.contains(token.lower()) ? all(i) : ordinal(i);
    }

    /** Whether a number can be a layer and does not count what follows: "layers with 3 neurons" names none. */
    private boolean isLayerNumber(int at) {
        return at < tokens.size() && !layersOf(at).isEmpty();
    }

    /** "layer 7": no cortex has it; said all the same, so that it can be asked about. */
    private @Nullable Mention beyond(int from, int at) {
        boolean number = at == from + 1 && tokens.size() > at && tokens.get(at).is(Token.Kind.NUMBER);
        if (!number || !tokens.get(at).text().matches("[0-9]|1[0-2]")) {
            return null;
        }
        return mention(
                from,
                at + 1,
                new TreeSet<>(Set.of(Integer.parseInt(tokens.get(at).text()))));
    }

    private @Nullable Mention list(int from, int first) {
        var layers = new TreeSet<>(layersOf(first));
        if (layers.isEmpty()) {
            return null;
        }
        int end = first + 1;
        while (true) {
            int next = end;
            boolean to = isOne(next, TO);
            while (isOne(next, AND) || (to && next == end)) {
                next++;
            }
            next += next > end && isOne(next, WORDS) ? 1 : 0;
            var more = next > end ? layersOf(next) : Set.<Integer>of();
            if (more.isEmpty() || isCounted(next)) {
                break;
            }
            if (to) {
                for (int layer = layers.last(); layer < Collections.max(more); layer++) {
                    layers.add(layer);
                }
            }
            layers.addAll(more);
            end = next + 1;
        }
        return mention(from, end, layers);
    }

    /** "layer 4, 5 cells": the 5 counts the cells. */
    private boolean isCounted(int i) {
        boolean afterComma = tokens.get(i - 1).isSign(",");
        boolean noun = i + 1 < tokens.size()
                && tokens.get(i + 1).is(Token.Kind.WORD)
                && tokens.get(i + 1).afterGap();
        boolean glued = i + 1 < tokens.size()
                && !tokens.get(i + 1).afterGap()
                && tokens.get(i + 1).is(Token.Kind.WORD);
        return glued || (afterComma && noun && !isOne(i + 1, AND));
    }

    /** "all layers", "all six layers", "toutes les couches". */
    private @Nullable Mention all(int i) {
        int at = i + 1;
        while (isOne(at, ARTICLES) || layersOf(at).equals(Set.of(6))) {
            at++;
        }
        return isOne(at, WORDS) && layersOf(at + 1).isEmpty()
                ? mention(i, at + 1, new TreeSet<>(ROMAN.values()))
                : null;
    }

    private @Nullable Mention ordinal(int i) {
        var ordinals = Ordinals.scan(tokens.subList(i, Math.min(i + 3, tokens.size())));
        if (ordinals.isEmpty() || ordinals.getFirst().token() != 0) {
            return null;
        }
        int end = i + ordinals.getFirst().endToken();
        int value = ordinals.getFirst().value();
        return isOne(end, WORDS) && value <= 6 ? mention(i, end + 1, new TreeSet<>(Set.of(value))) : null;
    }

    private Set<Integer> layersOf(int i) {
        if (i >= tokens.size()) {
            return Set.of();
        }
        var text = tokens.get(i).text();
        var roman = text.contains("/") ? text.split("/") : new String[] {text};
        var layers = new TreeSet<Integer>();
        for (var part : roman) {
            var value = ROMAN.getOrDefault(part, NUMBERS.getOrDefault(part.toLowerCase(Locale.ROOT), 0));
            var sub = SUBLAYER.matcher(part);
            var named = SHORT.matcher(part);
            if (value == 0 && sub.matches()) {
                value = Integer.parseInt(part.substring(0, 1));
            } else if (value == 0 && named.matches()) {
                value = Integer.parseInt(named.group(1));
            }
            if (value == 0) {
                return Set.of();
            }
            layers.add(value);
        }
        return layers;
    }

    private boolean isOne(int i, Set<String> words) {
        return i < tokens.size() && words.contains(tokens.get(i).lower());
    }

    private Mention mention(int from, int end, SortedSet<Integer> layers) {
        return new Mention(tokens.get(from).span().hull(tokens.get(end - 1).span()), from, end, layers);
    }
}
