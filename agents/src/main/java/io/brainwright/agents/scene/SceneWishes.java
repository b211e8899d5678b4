package io.brainwright.agents.scene;

import io.brainwright.agents.scene.SceneLexicon.Concept;
import io.brainwright.agents.scene.SceneLexicon.Piece;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns understood wishes into operations, one wish after the other. */
final class SceneWishes {
    /** The pieces that may stand beside a verb; any other makes the wish one that is not understood. */
    private static final Set<Concept> COUNT = EnumSet.of(Concept.NUMBER, Concept.TIMES, Concept.ONCE, Concept.TWICE);

    private static final Set<Concept> SLOWING = EnumSet.of(
            Concept.NUMBER,
            Concept.TIMES,
            Concept.WHILE,
            Concept.SPIKE,
            Concept.CLIMB,
            Concept.APICAL,
            Concept.BASAL,
            Concept.DENDRITE,
            Concept.AXON,
            Concept.TUFT,
            Concept.TRUNK,
            Concept.SCENE);
    private static final int HD_WIDTH = 1920;
    private static final int HD_HEIGHT = 1080;

    private final SceneChanges changes;
    private final SceneWords.SpikeTimes spike;

    SceneWishes(ObjectNode scene, SceneWords.SpikeTimes spike) {
        this.changes = new SceneChanges(scene);
        this.spike = spike;
    }

    /** A wish that was understood and cannot be fulfilled. */
    static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Impossible(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    ArrayNode patch() {
        return changes.patch();
    }

    void size(Matcher m) {
        if (m.group(1) != null) {
            changes.filming().size(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        } else if (m.group().equals("4k")) {
            changes.filming().size(2 * HD_WIDTH, 2 * HD_HEIGHT);
        } else {
            int high = Integer.parseInt(m.group(3));
            changes.filming().size(high * HD_WIDTH / HD_HEIGHT, high);
        }
    }

    /** Fulfils a wish; false where it is not understood. */
    boolean made(List<Piece> wish, @Nullable String title) {
        var rest = wish.stream().filter(p -> p.concept() != Concept.SCENE).toList();
        if (rest.isEmpty()) {
            return true;
        }
        boolean only = rest.stream().anyMatch(p -> p.concept() == Concept.ONLY);
        var first = rest.stream()
                .map(Piece::concept)
                .filter(SceneWishes::verb)
                .findFirst()
                .orElse(null);
        var verb = only && first == Concept.SHOW ? Concept.ONLY : first;
        var others = rest.stream()
                .filter(p -> p.concept() != verb && !(only && p.concept() == Concept.SHOW))
                .toList();
        return switch (verb) {
            case null -> false;
            case HIDE ->
                others.stream().anyMatch(p -> p.concept() == Concept.ORBIT) ? still(others) : shown(others, false);
            case SHOW -> shown(others, true);
            case ONLY -> only(others);
            case COLOUR -> colour(others);
            case SLOW -> slow(others);
            case SPEED -> realTime(others);
            case LAST -> last(others);
            case ORBIT -> orbit(others);
            case STILL -> still(others);
            case LOOK -> look(others);
            case TITLE -> title != null && others.isEmpty() && changes.title(title);
            default -> false;
        };
    }

    private static boolean verb(Concept c) {
        return switch (c) {
            case HIDE, SHOW, ONLY, COLOUR, SLOW, SPEED, LAST, ORBIT, STILL, LOOK, TITLE -> true;
            default -> false;
        };
    }

    private boolean shown(List<Piece> what, boolean on) {
        boolean all = !what.isEmpty();
        for (var piece : what) {
            var c = piece.concept();
            if (c == Concept.ALL && what.size() > 1) {
                continue;
            }
            all &= changes.shown(c, on);
        }
        return all;
    }

    private boolean only(List<Piece> what) {
        var kinds = what.stream().map(Piece::concept).toList();
        if (kinds.contains(Concept.EXCITATORY) || kinds.contains(Concept.INHIBITORY)) {
            return only(kinds, EnumSet.of(Concept.EXCITATORY, Concept.INHIBITORY, Concept.CELL))
                    && changes.cells().selectClass(kinds.contains(Concept.EXCITATORY) ? "EXC" : "INH");
        }
        if (kinds.contains(Concept.LAYER) && kinds.contains(Concept.NUMBER)) {
            return only(kinds, EnumSet.of(Concept.LAYER, Concept.NUMBER, Concept.CELL))
                    && changes.cells().selectLayers(numbers(what));
        }
        if (kinds.contains(Concept.CELL) && kinds.contains(Concept.NUMBER)) {
            return only(kinds, EnumSet.of(Concept.CELL, Concept.NUMBER))
                    && changes.cells().selectCells(numbers(what));
        }
        return changes.cells().partsOnly(kinds);
    }

    private boolean colour(List<Piece> by) {
        return by.size() == 1 && changes.cells().colour(by.getFirst().concept());
    }

    private boolean slow(List<Piece> how) {
        var kinds = how.stream().map(Piece::concept).toList();
        var numbers = numbers(how);
        if (numbers.size() != 1 || !SLOWING.containsAll(kinds)) {
            return false;
        }
        if (!kinds.contains(Concept.WHILE)) {
            return only(kinds, COUNT) && changes.filming().slow(numbers.getFirst());
        }
        if (!kinds.contains(Concept.SPIKE)) {
            return false;
        }
        double[] window = spike.window_ms();
        return changes.filming().slowWithin(numbers.getFirst(), window[0], window[1]);
    }

    private boolean realTime(List<Piece> how) {
        var numbers = numbers(how);
        return how.isEmpty()
                ? changes.filming().slow(1)
                : numbers.size() == 1 && changes.filming().slow(numbers.getFirst());
    }

    private boolean last(List<Piece> how) {
        var numbers = numbers(how);
        return numbers.size() == 1
                && how.stream().anyMatch(p -> p.concept() == Concept.SECONDS)
                && changes.filming().lasts(numbers.getFirst());
    }

    private boolean orbit(List<Piece> how) {
        var kinds = how.stream().map(Piece::concept).toList();
        var numbers = numbers(how);
        double turns = !numbers.isEmpty() ? numbers.getFirst() : kinds.contains(Concept.TWICE) ? 2 : 1;
        return only(
                        kinds,
                        EnumSet.of(
                                Concept.NUMBER,
                                Concept.TIMES,
                                Concept.ONCE,
                                Concept.TWICE,
                                Concept.CELL,
                                Concept.ORBIT))
                && numbers.size() <= 1
                && changes.filming().orbit(turns);
    }

    private boolean still(List<Piece> how) {
        return how.stream().allMatch(p -> p.concept() == Concept.ORBIT)
                && changes.filming().orbit(0);
    }

    private boolean look(List<Piece> at) {
        if (at.size() == 2 && at.get(0).concept() == Concept.LAYER && at.get(1).concept() == Concept.NUMBER) {
            return changes.filming().look("layer.%d".formatted((int) at.get(1).number()));
        }
        if (at.size() == 2 && at.get(0).concept() == Concept.CELL && at.get(1).concept() == Concept.NUMBER) {
            return changes.filming().lookAtCell((long) at.get(1).number());
        }
        var place = at.size() == 1 ? Filming.place(at.getFirst().concept()) : null;
        return place != null && changes.filming().look(place);
    }

    private static boolean only(List<Concept> kinds, Set<Concept> allowed) {
        return allowed.containsAll(kinds);
    }

    private static List<Double> numbers(List<Piece> pieces) {
        return pieces.stream()
                .filter(p -> p.concept() == Concept.NUMBER)
                .map(Piece::number)
                .toList();
    }
}
