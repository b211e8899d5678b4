package io.brainwright.library.model.extraction.context;

import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.passage.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** All mentions of a stretch of text, and the comparison of two ways to say the same. */
public final class Mentions {
    private static final Pattern CITED_SPECIES = Pattern.compile("(?i)[- ](?:anti-?|monoclonal)");

    private Mentions() {}

    /** The mentions in order of their places. */
    public static List<Mention> find(String plain, int begin, int end) {
        var found = new ArrayList<>(ContextWords.find(plain, begin, end));
        found.addAll(LayerWords.find(plain, begin, end));
        found.addAll(AgeWords.find(plain, begin, end));
        found.addAll(CellWords.find(plain, begin, end));
        found.removeIf(m -> m.kind() == Kind.SPECIES && antibody(plain, m));
        found.sort(Comparator.comparingInt(Mention::begin));
        return List.copyOf(found);
    }

    /** "rabbit anti-GFP", "mouse monoclonal": an antibody, not an animal. */
    private static boolean antibody(String plain, Mention species) {
        var behind = plain.substring(species.end(), Math.min(plain.length(), species.end() + 14));
        return CITED_SPECIES.matcher(behind).lookingAt();
    }

    /** Whether two texts name the same thing of a kind: "parvalbumin" and "PV", "rats" and "rat", "L5 pyramidal cells" and "pyramidal". */
    public static boolean same(Kind kind, String one, String other) {
        var left = names(kind, one);
        var right = names(kind, other);
        return left.isEmpty() || right.isEmpty() ? plain(one).equals(plain(other)) : left.equals(right);
    }

    private static Set<String> names(Kind kind, String text) {
        var plain = PlainText.of(text);
        if (kind == Kind.CELL) {
            var classes = new LinkedHashSet<>(CellWords.classes(plain));
            if (classes.size() > 1) {
                classes.remove("interneuron");
            }
            return classes;
        }
        var names = new LinkedHashSet<String>();
        find(kind == Kind.LAYER && plain.matches("[1-6IV].*") ? "layer " + plain : plain, kind, names);
        return names;
    }

    private static void find(String plain, Kind kind, Set<String> names) {
        find(plain, 0, plain.length()).stream().filter(m -> m.kind() == kind).forEach(m -> names.add(m.value()));
    }

    /** The layer that a cell's name carries, empty where it carries none. */
    public static String layerOf(String cell) {
        return LayerWords.find(cell, 0, cell.length()).stream()
                .findFirst()
                .map(Mention::value)
                .orElse("");
    }

    private static String plain(String text) {
        return PlainText.of(text).strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
    }
}
