package io.brainwright.library.model.extraction.context;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.passage.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cortical layers: "layer 2/3", "L5b", "layers 1, 2 and 3", "laminae II-III", "couche 5", "Schicht 4", "capa 6". */
final class LayerWords {
    private static final String ONE =
            "(?:[1-6][ab]?(?:\\s?/\\s?[2-6][ab]?)?|(?:VI|IV|V|I{1,3})[ab]?(?:\\s?/\\s?(?:VI|IV|V|I{1,3}))?)";
    private static final Pattern NAMED =
            Patterns.words("(?:layers?|lamina|laminae|couches?|schicht(?:en)?|capas?)[ -]?(" + ONE
                    + ")((?:\\s?(?:,|and|to|und|et|y|bis|or|[-–])\\s?(?:(?:layers?|and|und|et|y) )?" + ONE
                    + "(?![\\p{L}\\d.,]*\\d| ?[%±]| (?:μm|mV|ms|cells|Hz)))*)");
    private static final Pattern SHORT = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])H?L([1-6][ab]?(?:/[2-6][ab]?|[-–]L?[2-6][ab]?(?![\\d.]))?)(?![\\p{N}])(?=$|[^\\p{L}]|PC|_)");
    private static final Pattern EACH = Patterns.words(ONE);

    private LayerWords() {}

    static List<Mention> find(String text, int begin, int end) {
        var found = new ArrayList<Mention>();
        var named = NAMED.matcher(text).region(begin, end).useTransparentBounds(true);
        while (named.find()) {
            found.add(new Mention(Kind.LAYER, layer(named.group(1)), named.start(), named.end(1)));
            var each = EACH.matcher(text).region(named.end(1), named.end()).useTransparentBounds(true);
            while (each.find()) {
                found.add(new Mention(Kind.LAYER, layer(each.group()), each.start(), each.end()));
            }
        }
        var brief = SHORT.matcher(text).region(begin, end).useTransparentBounds(true);
        while (brief.find()) {
            found.add(new Mention(Kind.LAYER, layer(brief.group(1)), brief.start(), brief.end()));
        }
        return found;
    }

    /** "II/III" and "2 / 3" are 2/3. */
    static String layer(String written) {
        var parts = new ArrayList<String>();
        for (var part : written.replace("L", "").split("[/–-]", -1)) {
            parts.add(arabic(part.strip()));
        }
        return String.join("/", parts);
    }

    private static String arabic(String part) {
        var roman = part.toUpperCase(Locale.ROOT).replaceAll("[AB]$", "");
        var tail = part.length() > roman.length() ? part.substring(roman.length()) : "";
        return switch (roman) {
            case "I" -> "1" + tail;
            case "II" -> "2" + tail;
            case "III" -> "3" + tail;
            case "IV" -> "4" + tail;
            case "V" -> "5" + tail;
            case "VI" -> "6" + tail;
            default -> part;
        };
    }
}
