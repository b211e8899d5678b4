package io.brainwright.neuro.text;

import io.brainwright.neuro.text.PartReader.Found;
import io.brainwright.neuro.text.QuantityMention.Form;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins numbers that a text says together: ±, ranges, steps, k of n, lists. */
final class Groups {
    /**
     * Numbers that belong together.
     *
     * @param from first token
     * @param end the token after the last
     */
    record Group(
            Form form,
            List<Found> parts,
            @Nullable Found spread,
            @Nullable Found step,
            int from,
            int end) {}

    private static final Set<String> OF = Set.of("of", "von", "sur", "de");
    private static final Set<String> NAMING = Set.of(
            "layer",
            "layers",
            "couche",
            "couches",
            "schicht",
            "schichten",
            "capa",
            "capas",
            "run",
            "runs",
            "seed",
            "seeds",
            "lauf",
            "läufe",
            "version",
            "versions",
            "graine",
            "semilla",
            "l",
            "step",
            "turn");
    private static final int NOUNS_BEFORE_OUT_OF = 3;

    private final List<Token> tokens;
    private final PartReader reader;
    private final StepsReader steps;

    Groups(List<Token> tokens, PartReader reader) {
        this.tokens = tokens;
        this.reader = reader;
        this.steps = new StepsReader(tokens, reader);
    }

    /** Whether the number at a token is a name: "layer 4", "run 12". */
    static boolean isName(List<Token> tokens, int i) {
        int before = Joints.sign(tokens, i - 1, "-") ? i - 2 : i - 1;
        return before >= 0 && NAMING.contains(tokens.get(before).lower());
    }

    /** The group that begins with a number. */
    Group from(Found first) {
        var group = plusMinus(first);
        group = group == null ? range(first) : group;
        group = group == null ? proportion(first) : group;
        return group == null ? list(first) : group;
    }

    private @Nullable Group plusMinus(Found first) {
        int i = first.end();
        int sign = -1;
        if (Joints.sign(tokens, i, "±")) {
            sign = i + 1;
        } else if (Joints.sign(tokens, i, "+") && Joints.sign(tokens, i + 1, "/") && Joints.sign(tokens, i + 2, "-")) {
            sign = i + 3;
        } else if (Joints.word(tokens, i, "plus", "más")
                && Joints.word(tokens, i + 1, "or", "ou", "oder", "o", "minus")) {
            sign = Joints.word(tokens, i + 1, "minus") ? i + 2 : i + 3;
        }
        var spread = sign < 0 ? null : reader.at(sign);
        if (spread == null) {
            return null;
        }
        var scaled = Brackets.scale(tokens, reader, first, spread);
        if (scaled != null) {
            return scaled;
        }
        boolean unitBehindSpread = !first.hasUnit() && spread.hasUnit();
        var value = unitBehindSpread ? Brackets.withUnit(first, spread) : first;
        return new Group(Form.PLUS_MINUS, List.of(value), spread, null, first.from(), spread.end());
    }

    private @Nullable Group range(Found first) {
        int next = Joints.afterTo(tokens, first.end());
        boolean between = Joints.between(tokens, first.from())
                && first.end() < tokens.size()
                && Joints.isAnd(tokens.get(first.end()));
        next = between ? first.end() + 1 : next;
        var second = next < 0 ? null : reader.at(next);
        if (second == null || !compatible(first, second) || changes(first, second)) {
            return null;
        }
        var ends = List.of(first, second);
        var step = steps.behind(second);
        if (step != null) {
            return new Group(Form.STEPS, ends, null, step.part(), first.from(), step.end());
        }
        var before = steps.before(first.from());
        return before == null
                ? new Group(Form.RANGE, ends, null, null, first.from(), second.end())
                : new Group(Form.STEPS, ends, null, before, first.from(), second.end());
    }

    private @Nullable Group proportion(Found first) {
        if (first.hasUnit() || !whole(first) || isName(tokens, first.from())) {
            return null;
        }
        int at = -1;
        int i = first.end();
        if (Joints.sign(tokens, i, "/") && !tokens.get(i).afterGap()) {
            at = i + 1;
        } else if (i < tokens.size() && OF.contains(tokens.get(i).lower())) {
            at = i + 1;
        }
        for (int words = 0; words <= NOUNS_BEFORE_OUT_OF && at < 0; words++) {
            boolean outOf = Joints.word(tokens, i + words, "out") && Joints.word(tokens, i + words + 1, "of");
            boolean sur = words > 0 && Joints.word(tokens, i + words, "sur");
            at = outOf ? i + words + 2 : sur ? i + words + 1 : at;
            if (i + words >= tokens.size() || !tokens.get(i + words).is(Token.Kind.WORD)) {
                break;
            }
        }
        at = Joints.word(tokens, at, "the", "les", "los", "den") ? at + 1 : at;
        var second = at < 0 ? null : reader.at(at);
        boolean share = second != null
                && !second.hasUnit()
                && whole(second)
                && second.part().quantity().value().signum() > 0
                && first.part()
                                .quantity()
                                .value()
                                .compareTo(second.part().quantity().value())
                        <= 0;
        return share && second != null
                ? new Group(Form.PROPORTION, List.of(first, second), null, null, first.from(), second.end())
                : null;
    }

    private Group list(Found first) {
        var members = new ArrayList<Found>(List.of(first));
        boolean name = isName(tokens, first.from());
        while (true) {
            var last = members.getLast();
            int next = afterComma(last.end(), name);
            var member = next < 0 ? null : reader.at(next);
            boolean joins = member != null
                    && compatible(last, member)
                    && !changes(last, member)
                    && !(name && member.hasUnit())
                    && ends(member, last);
            if (!joins || member == null) {
                break;
            }
            members.add(member);
        }
        var form = members.size() == 1 ? Form.SINGLE : Form.LIST;
        return new Group(
                form, members, null, null, first.from(), members.getLast().end());
    }

    private int afterComma(int i, boolean name) {
        if (i >= tokens.size()) {
            return -1;
        }
        boolean slash = name && tokens.get(i).isSign("/");
        if (tokens.get(i).isSign(",") || slash) {
            return i + 1 < tokens.size() && Joints.isAnd(tokens.get(i + 1)) ? i + 2 : i + 1;
        }
        return Joints.isAnd(tokens.get(i)) ? i + 1 : -1;
    }

    /** Behind a number with a unit, a bare one joins only where no noun follows that it counts. */
    private boolean ends(Found member, Found last) {
        boolean bareBehindUnit = last.hasUnit() && !member.hasUnit();
        int after = member.end();
        boolean noun = after < tokens.size()
                && tokens.get(after).is(Token.Kind.WORD)
                && !Joints.AFTER_QUANTITY.contains(tokens.get(after).lower());
        return !(bareBehindUnit && noun);
    }

    /** A factor beside a number is another matter: "0.5 uF/cm2, half of the usual value". */
    private boolean changes(Found a, Found b) {
        return reader.multiplies(a) || reader.multiplies(b);
    }

    private static boolean compatible(Found a, Found b) {
        return !a.hasUnit() || !b.hasUnit() || a.unit().dimension() == b.unit().dimension();
    }

    private static boolean whole(Found found) {
        var value = found.part().quantity().value();
        return value.stripTrailingZeros().scale() <= 0
                && value.signum() >= 0
                && found.part().quantity().dimension() == Dimension.NUMBER;
    }
}
