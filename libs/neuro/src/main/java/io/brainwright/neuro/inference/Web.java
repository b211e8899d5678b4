package io.brainwright.neuro.inference;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quantities and the relations between them.
 *
 * @param quantities the unknowns, by index
 * @param relations all that is known
 */
public record Web(List<Quantity> quantities, List<Relation> relations) {
    /**
     * A positive unknown.
     *
     * @param name unique in the web
     * @param unit SI spelling; "1" for factors and shares, which nobody measures by themselves
     * @param guess where the search starts
     */
    public record Quantity(String name, String unit, double guess) {
        public Quantity {
            assert guess > 0 : name + " guess=" + guess;
        }

        /** Whether it is something to be measured, not a factor that only ties others together. */
        public boolean measurable() {
            return !unit.equals("1");
        }
    }

    /** Group of the beliefs that grant each source a factor by which it counts differently. */
    public static final String SOURCES = "sources";

    public Web {
        quantities = List.copyOf(quantities);
        relations = List.copyOf(relations);
    }

    /** The same quantities with other relations. */
    public Web with(List<Relation> others) {
        return new Web(quantities, others);
    }

    /** The same with one relation more: a new fact. */
    public Web plus(Relation fact) {
        var all = new ArrayList<>(relations);
        all.add(fact);
        return with(all);
    }

    /**
     * Index of a quantity.
     *
     * @throws Problem NOT_FOUND where there is none of that name
     */
    public int quantity(String name) {
        int at = 0;
        while (at < quantities.size() && !quantities.get(at).name().equals(name)) {
            at++;
        }
        if (at == quantities.size()) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "QUANTITY_NOT_FOUND",
                    "The recipe has no quantity '%s'.".formatted(name),
                    "Without --about all are listed.",
                    Map.of("quantity", name));
        }
        return at;
    }

    /** Relations of one kind, in order. */
    public List<Relation> of(Relation.Kind kind) {
        return relations.stream().filter(r -> r.kind() == kind).toList();
    }

    /** First guess of every quantity's natural logarithm. */
    double[] start() {
        return quantities.stream().mapToDouble(q -> StrictMath.log(q.guess())).toArray();
    }

    /** Gathers quantities by name and relations. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Integer> index = new LinkedHashMap<>();
        private final List<Quantity> quantities = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();

        /** Index of a quantity, new where the name is. */
        public int quantity(String name, String unit, double guess) {
            return index.computeIfAbsent(name, _ -> {
                quantities.add(new Quantity(name, unit, guess));
                return quantities.size() - 1;
            });
        }

        /** Index of a factor around 1; where its name is new, it is believed to be 1 with its group's spread. */
        public int factor(String name, String group, String why) {
            int before = quantities.size();
            int at = quantity(name, "1", 1);
            if (quantities.size() > before) {
                add(Relation.belief(name, Expression.of(at), Expression.ONE, group, why));
            }
            return at;
        }

        /** Adds what is known. */
        public Builder add(Relation relation) {
            relations.add(relation);
            return this;
        }

        public Web build() {
            return new Web(quantities, relations);
        }
    }
}
