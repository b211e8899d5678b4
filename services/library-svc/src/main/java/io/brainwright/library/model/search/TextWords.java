package io.brainwright.library.model.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts text into words that keep their shape, and tells under which forms a word can be found. */
final class TextWords {
    /** Letters and digits, joined by single connectors; a plus may end it (Ca2+). */
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}]|[/\\-.:_'+^\u2019\u2010\u2011\u2013](?=[\\p{L}\\p{N}]))*\\+?");

    private static final Pattern CONNECTOR = Pattern.compile("[/\\-.:_'+^]");
    private static final Pattern NUMBER = Pattern.compile("[\\d.,^+\\-]+");
    private static final Pattern LAYER = Pattern.compile("l(?:[1-6](?:/[1-6])?|[1-6]{2})[ab]?");
    private static final Pattern LAYER_WORD = Pattern.compile("layers?|lamina|laminae|couches?|schicht(en)?|capas?");
    private static final Pattern LAYER_NUMBER =
            Pattern.compile("([1-6])(?:[/-]([1-6]))?|(vi|iv|v|i{1,3})(?:[/-](vi|iv|v|i{1,3}))?");
    private static final List<String> ROMAN = List.of("", "i", "ii", "iii", "iv", "v", "vi");

    private TextWords() {}

    /** All words in order. "layer 2/3" gives "layer" and "l2/3", the second spanning both. */
    static List<TextWord> of(CharSequence text) {
        var words = new ArrayList<TextWord>();
        var found = WORD.matcher(text);
        while (found.find()) {
            var form = fold(found.group());
            boolean afterLayer = !words.isEmpty()
                    && LAYER_WORD.matcher(words.getLast().form()).matches()
                    && found.start() - words.getLast().end() <= 2;
            var layer = afterLayer ? layer(form) : "";
            words.add(
                    layer.isEmpty()
                            ? new TextWord(form, found.start(), found.end())
                            : new TextWord(layer, words.getLast().begin(), found.end()));
        }
        return words;
    }

    /** Lower case without accents; µ as u; every hyphen and apostrophe as one of each. */
    static String fold(String word) {
        return Normalizer.normalize(word.replace('\u00b5', 'u').replace('\u03bc', 'u'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\u2010\u2011\u2013]", "-")
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
    }

    /** Forms of a word as it is asked for: itself, and without connectors (gaba-a, gabaa). */
    static Set<String> forms(String word) {
        var forms = new LinkedHashSet<String>();
        forms.add(stem(word));
        if (CONNECTOR.matcher(word).find() && !NUMBER.matcher(word).matches()) {
            forms.add(CONNECTOR.matcher(word).replaceAll(""));
        }
        return forms;
    }

    /** All forms under which a word of a text can be found: those of {@link #forms}, and its parts. */
    static Set<String> findable(String word) {
        var forms = new LinkedHashSet<>(forms(word));
        if (LAYER.matcher(word).matches()) {
            word.chars().filter(c -> c >= '1' && c <= '6').forEach(c -> forms.add("l" + (char) c));
        }
        if (CONNECTOR.matcher(word).find() && !NUMBER.matcher(word).matches()) {
            for (var part : CONNECTOR.split(word)) {
                if (part.length() >= 2 && part.chars().anyMatch(Character::isLetter)) {
                    forms.add(stem(part));
                }
            }
        }
        return forms;
    }

    /** Singular of an English plural, by its ending; words with digits and short words stay. */
    static String stem(String word) {
        if (word.length() < 4 || !word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.matches(".*(ss|x|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.matches(".*(ss|us|is)") ? word.substring(0, word.length() - 1) : word;
    }

    /** "2/3" and "ii/iii" as "l2/3"; empty where it is no layer. */
    private static String layer(String form) {
        var found = LAYER_NUMBER.matcher(form);
        if (!found.matches()) {
            return "";
        }
        var first = found.group(1) != null ? found.group(1) : String.valueOf(ROMAN.indexOf(found.group(3)));
        var second = found.group(1) != null
                ? found.group(2)
                : found.group(4) == null ? null : String.valueOf(ROMAN.indexOf(found.group(4)));
        return "l" + first + (second == null ? "" : "/" + second);
    }
}
