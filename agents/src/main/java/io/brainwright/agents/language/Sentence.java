package io.brainwright.agents.language;

import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request while it is read: its items, which of them are explained, and the slots filled so far. */
final class Sentence {
    final List<Item> items;
    final Map<String, Double> numbers = new TreeMap<>();
    final Map<String, Set<String>> terms = new TreeMap<>();
    final List<FieldFault> faults = new ArrayList<>();
    final List<Said> said = new ArrayList<>();
    private final boolean[] explained;
    private final Clause[] clauses;

    Sentence(List<Item> items) {
        this.items = items;
        this.explained = new boolean[items.size()];
        this.clauses = Clause.of(items);
        for (var item : items) {
            if (item.quantity() != null) {
                said.add(new Said(item.quantity().canonical(), item.quantity().dimension()));
            }
        }
    }

    int size() {
        return items.size();
    }

    Clause clause(int i) {
        return clauses[i];
    }

    /** The word at a place in lower case; "" beyond the ends and for numbers. */
    String word(int i) {
        return i < 0 || i >= items.size() || items.get(i).isNumber()
                ? ""
                : items.get(i).lower();
    }

    boolean is(String list, int i) {
        return Lexicon.shared().is(list, word(i));
    }

    /** The first place in [from, to) whose word stands in a list, or -1. */
    int find(String list, int from, int to) {
        for (int i = Math.max(from, 0); i < Math.min(to, size()); i++) {
            if (is(list, i)) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    Quantity quantity(int i) {
        return i < 0 || i >= items.size() ? null : items.get(i).quantity();
    }

    boolean has(int i, Dimension dimension) {
        return i >= 0 && i < items.size() && items.get(i).is(dimension);
    }

    boolean isExplained(int i) {
        return explained[i];
    }

    void explain(int from, int to) {
        for (int i = from; i < to; i++) {
            explained[i] = true;
        }
    }

    /** Takes a number for a slot; a second, different one for the same slot is a fault. */
    void put(String slot, int i) {
        var quantity = Objects.requireNonNull(items.get(i).quantity());
        explained[i] = true;
        var before = numbers.putIfAbsent(slot, quantity.canonical());
        if (before != null && before != quantity.canonical()) {
            fault(slot, "Two values are said: %s and %s. Which one?".formatted(trim(before), quantity));
        }
    }

    void put(String slot, String term) {
        terms.computeIfAbsent(slot, _ -> new TreeSet<>()).add(term);
    }

    void fault(String slot, String text) {
        faults.add(new FieldFault(slot, text));
    }

    /** A number of the right place and the wrong dimension. */
    void wrong(String slot, int i, String what, Dimension right, String example) {
        var quantity = Objects.requireNonNull(items.get(i).quantity());
        explained[i] = true;
        fault(
                slot,
                "'%s' is a %s, but %s is a %s, for example %s."
                        .formatted(quantity, quantity.dimension().words(), what, right.words(), example));
    }

    /** A number that has no place here, with the reason. */
    void refuse(String slot, int i, String text) {
        explained[i] = true;
        fault(slot, text);
    }

    static String trim(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
