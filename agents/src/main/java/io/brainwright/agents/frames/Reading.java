package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One request while frames read it: each quantity and each name goes to one parameter. */
final class Reading {
    private final Utterance utterance;
    private final Context context;
    private final Wish wish = new Wish();
    private final Set<Amount> takenAmounts = new HashSet<>();
    private final Set<Named> takenNames = new HashSet<>();

    Reading(Utterance utterance, Context context) {
        this.utterance = utterance;
        this.context = context;
        utterance.amounts().stream()
                .filter(a -> utterance.named().stream().anyMatch(n -> within(a, n)) || isRunName(a))
                .forEach(takenAmounts::add);
    }

    /** The 4 of "layer 4", the 1 of "CA1": part of a name. */
    private static boolean within(Amount a, Named n) {
        return n.from() < a.to() && a.from() < n.to() && a.unit().isEmpty();
    }

    /** The 2 of "run 2". */
    private boolean isRunName(Amount a) {
        return a.is(Dimension.NUMBER)
                && a.to() == a.from() + 1
                && !context.runs().isEmpty()
                && a.unit().isEmpty()
                && RunNames.isRun(utterance.word(a.from() - 1));
    }

    Utterance u() {
        return utterance;
    }

    Context context() {
        return context;
    }

    Wish wish() {
        return wish;
    }

    boolean has(String... concepts) {
        return utterance.has(concepts);
    }

    boolean wants(String action) {
        return wish.wants(action);
    }

    /** The first free quantity of a dimension that fits, now taken. */
    Optional<Amount> take(Dimension dimension, Predicate<Amount> fits) {
        var found = free(dimension).stream().filter(fits).findFirst();
        found.ifPresent(this::take);
        return found;
    }

    void take(Amount amount) {
        takenAmounts.add(amount);
        utterance.explain(amount.from(), amount.to());
    }

    boolean isFree(Amount amount) {
        return !takenAmounts.contains(amount);
    }

    /** The free quantities of a dimension. */
    List<Amount> free(Dimension dimension) {
        return utterance.amounts().stream()
                .filter(a -> a.is(dimension) && isFree(a))
                .toList();
    }

    /** All quantities that nothing took. */
    List<Amount> left() {
        return utterance.amounts().stream().filter(this::isFree).toList();
    }

    /** The free things of some kinds that fit. */
    List<Named> free(Predicate<Named> fits, Named.Kind... kinds) {
        var found = new ArrayList<Named>();
        for (var n : utterance.named(kinds)) {
            if (!takenNames.contains(n) && fits.test(n)) {
                found.add(n);
            }
        }
        return found;
    }

    void take(Named named) {
        takenNames.add(named);
    }

    boolean isFree(Named named) {
        return !takenNames.contains(named);
    }

    /** One value, or a sweep over those that were said. */
    static JsonNode value(Amount amount) {
        boolean ends = amount.form() == Amount.Form.RANGE && amount.values().size() > 1;
        if (!amount.isSweep() && !ends) {
            return Want.number(amount.value());
        }
        var sweep = JsonNodeFactory.instance.objectNode();
        var values = sweep.putArray("sweep");
        amount.values().forEach(v -> values.add(Want.number(v)));
        return sweep;
    }

    /** Writes a quantity into a want; how steps were worked out is noted. */
    static void put(Want want, String path, tools.jackson.databind.node.ObjectNode into, String name, Amount amount) {
        into.set(name, value(amount));
        if (amount.form() == Amount.Form.SERIES) {
            want.derive(path.isEmpty() ? name : path + "." + name, amount.said());
        }
    }

    static void put(Want want, String name, Amount amount) {
        put(want, "", want.params(), name, amount);
    }
}
