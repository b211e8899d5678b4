package io.brainwright.agents.scene;

import io.brainwright.agents.scene.SceneLexicon.Concept;
import io.brainwright.agents.scene.SceneLexicon.Piece;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Wishes about a scene, in English, French, German or Spanish: "colour by layer, hide axons, slow down to 1000x while the spike climbs the
 * apical dendrite, orbit once". Wishes are parted by commas, semicolons, full stops, "and" or "then"; every word of a wish must be known.
 *
 * <p>Numbers come from the words. What "while the spike climbs" means in ms is asked of the caller, who knows the run.
 */
public final class SceneWords {
    private static final Pattern PARTS = Pattern.compile(
            "\\s*(?:[,;.!](?=\\s|$)|\\b(?:and then|and|then|et puis|et|puis|ensuite|und dann|und|dann|danach|y luego|luego|despues|después|y)\\b)\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern QUOTED = Pattern.compile(
            "[\"\u201c\u201e\u00ab]\\s*([^\"\u201c\u201d\u201e\u00ab\u00bb]{1,200}?)\\s*[\"\u201c\u201d\u00bb]");
    private static final Pattern SIZE = Pattern.compile(
            "(\\d{2,4})\\s*(?:x|\u00d7|by|par|mal|por)\\s*(\\d{2,4})(?:\\s*(?:px|pixels?|pixeln?|pixeles))?|(1080|720)p|4k");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,.](?=\\d{3}(?!\\d))");
    private static final Set<Concept> VERBS = EnumSet.of(
            Concept.HIDE,
            Concept.SHOW,
            Concept.ONLY,
            Concept.COLOUR,
            Concept.SLOW,
            Concept.SPEED,
            Concept.LAST,
            Concept.ORBIT,
            Concept.STILL,
            Concept.LOOK,
            Concept.TITLE,
            Concept.UNDO);
    private static final String SAY =
            "is not understood; say 'colour by layer', 'hide axons', 'show only layer 5', 'slow down to 1000x [while the spike climbs the apical dendrite]', 'orbit once', 'look at the soma', 'last 10 s' or 'undo'.";

    private SceneWords() {}

    /** When the spike that words may mean begins and when it has run its course, ms. */
    @FunctionalInterface
    public interface SpikeTimes {
        /** {from, to}. */
        double[] window_ms();
    }

    /** How much of words is about a scene. */
    public enum Fit {
        /** Every wish. */
        WHOLE,
        /** Some wishes. */
        PART,
        /** Nothing. */
        NONE
    }

    /**
     * @return operations of RFC 6902, in order
     * @throws Problem INVALID with each wish that was not understood
     */
    public static ArrayNode patch(ObjectNode scene, String words, SpikeTimes spike) {
        var edit = new SceneWishes(scene.deepCopy(), spike);
        var faults = new ArrayList<FieldFault>();
        Piece verb = null;
        var title = quoted(words);
        for (var wish : wishes(words)) {
            var size = SIZE.matcher(wish.toLowerCase(Locale.ROOT).strip());
            if (size.matches()) {
                edit.size(size);
                continue;
            }
            var pieces = carried(SceneLexicon.pieces(wish).orElse(List.of()), verb);
            try {
                if (pieces.isEmpty() ? !blank(wish) : !edit.made(pieces, title)) {
                    faults.add(new FieldFault(wish.strip(), SAY));
                }
            } catch (SceneWishes.Impossible impossible) {
                faults.add(new FieldFault(wish.strip(), impossible.why()));
            }
            verb = verb(pieces).orElse(verb);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("Not every wish about the scene was understood.", faults);
        }
        return edit.patch();
    }

    /** Whether words are wishes about a scene; nothing is changed. */
    public static Fit fit(ObjectNode scene, String words) {
        try {
            return patch(scene, words, () -> new double[] {0, 1}).isEmpty() ? Fit.NONE : Fit.WHOLE;
        } catch (Problem some) {
            return some.faults().size() < wishes(words).size() ? Fit.PART : Fit.NONE;
        }
    }

    /** Whether words take the last edit back. */
    public static boolean undoes(String words) {
        return SceneLexicon.pieces(words)
                .filter(p -> !p.isEmpty() && p.getFirst().concept() == Concept.UNDO)
                .filter(p -> p.stream().allMatch(q -> q.concept() == Concept.UNDO || q.concept() == Concept.SCENE))
                .isPresent();
    }

    /** Whether they take back an edit of the scene, and say so. */
    public static boolean undoesScene(String words) {
        return undoes(words)
                && SceneLexicon.pieces(words).orElse(List.of()).stream().anyMatch(p -> p.concept() == Concept.SCENE);
    }

    /** Whether words name the scene or the picture themselves. */
    public static boolean names(String words) {
        return wishes(words).stream()
                .flatMap(w -> SceneLexicon.pieces(w).orElse(List.of()).stream())
                .anyMatch(p -> p.concept() == Concept.SCENE);
    }

    private static List<String> wishes(String words) {
        var bare = QUOTED.matcher(THOUSANDS.matcher(words).replaceAll("")).replaceAll(" ");
        var wishes = new ArrayList<String>();
        for (var wish : PARTS.split(bare)) {
            if (wish.isBlank()) {
                continue;
            }
            if (!wishes.isEmpty() && beginsWithWhile(wish)) {
                wishes.set(wishes.size() - 1, wishes.getLast() + " " + wish);
            } else {
                wishes.add(wish);
            }
        }
        return wishes;
    }

    /** "slow down to 1000x, while the spike climbs": a comma before "while" parts nothing. */
    private static boolean beginsWithWhile(String wish) {
        return SceneLexicon.pieces(wish)
                .filter(p -> !p.isEmpty() && p.getFirst().concept() == Concept.WHILE)
                .isPresent();
    }

    private static boolean blank(String wish) {
        return SceneLexicon.pieces(wish).isPresent();
    }

    private static @Nullable String quoted(String words) {
        var m = QUOTED.matcher(words);
        return m.find() ? m.group(1) : null;
    }

    /** "hide axons and dendrites": a wish without a verb has that of the wish before. */
    private static List<Piece> carried(List<Piece> pieces, @Nullable Piece verb) {
        if (pieces.isEmpty() || verb == null || verb(pieces).isPresent()) {
            return pieces;
        }
        var all = new ArrayList<Piece>();
        all.add(verb);
        all.addAll(pieces);
        return all;
    }

    private static Optional<Piece> verb(List<Piece> pieces) {
        return pieces.stream().filter(p -> VERBS.contains(p.concept())).findFirst();
    }
}
