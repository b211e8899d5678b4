package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which cells words mean: class, types, layers, population, how many. */
final class Targets {
    private static final Set<String> OWN_LAYER = Set.of("L1", "L2", "L3", "L4", "L5", "L6");
    private static final int NEAR = 4;

    private final Reading r;

    Targets(Reading reading) {
        this.r = reading;
    }

    /** The cells that words of some places name; empty where they name none. */
    ObjectNode in(Predicate<Integer> place) {
        var target = JsonNodeFactory.instance.objectNode();
        var classes = take(place, Named.Kind.M_CLASS);
        var types = take(place, Named.Kind.M_TYPE);
        var layers = layers(place);
        if (!types.isEmpty()) {
            types.stream().flatMap(t -> t.names().stream()).distinct().forEach(target.putArray("m_types")::add);
        } else if (!classes.isEmpty()
                && !CellNames.few(classes.getFirst(), layers).isEmpty()) {
            CellNames.few(classes.getFirst(), layers).forEach(target.putArray("m_types")::add);
            layers = List.of();
        } else if (!classes.isEmpty()) {
            var c = classes.getFirst();
            target.put("m_class", className(c, layers));
            if (layers.size() == 1 || layers.equals(List.of(2, 3))) {
                layers = List.of();
            }
        }
        var etypes = take(place, Named.Kind.E_TYPE);
        if (!etypes.isEmpty()) {
            etypes.stream().flatMap(t -> t.names().stream()).distinct().forEach(target.putArray("e_types")::add);
        }
        if (!layers.isEmpty() && !target.has("m_types")) {
            layers.forEach(target.putArray("layer")::add);
        }
        population(place, target);
        numbered(place, target);
        count(place).ifPresent(n -> target.set("count", Want.number(n)));
        return target;
    }

    /** "cell number 12", "Zelle Nr. 7": one that is meant by its id. */
    private void numbered(Predicate<Integer> place, ObjectNode target) {
        var u = r.u();
        for (var a : r.free(Dimension.NUMBER)) {
            boolean id = u.word(a.from() - 1).matches("number|no|nr|id|ids|nummer|numero|#")
                            && u.between(a.from() - 4, a.from(), "thing.cell", "thing.neuron")
                    || u.word(a.from() - 1).matches("cell|neuron|zelle|cellule|celula")
                            && a.unit().isEmpty(); // "cell 42"
            if (id && place.test(a.from())) {
                r.take(a);
                a.values().forEach(v -> target.withArray("cell_ids").add(Want.number(v)));
            }
        }
    }

    private void population(Predicate<Integer> place, ObjectNode target) {
        if (target.has("m_class") || target.has("m_types")) {
            return;
        }
        var u = r.u();
        boolean e = u.all("class.excitatory").stream().anyMatch(m -> place.test(m.from()) && !ofPlasticSynapses(m));
        boolean i = u.all("class.inhibitory").stream().anyMatch(m -> place.test(m.from()));
        if (e && !i) {
            target.put("population", "excitatory");
        } else if (i && !e) {
            target.put("population", "inhibitory");
        }
    }

    /** "plastic synapses between excitatory cells": whose synapses change, not whom something is done to. */
    private boolean ofPlasticSynapses(Mention m) {
        return r.u().between(m.from() - NEAR, m.from(), "word.plasticity")
                || r.u().between(m.to(), m.to() + NEAR, "word.plasticity");
    }

    private List<Named> take(Predicate<Integer> place, Named.Kind kind) {
        var found = r.free(n -> place.test(n.from()), kind);
        found.forEach(r::take);
        return found;
    }

    private List<Integer> layers(Predicate<Integer> place) {
        var layers = new ArrayList<Integer>();
        for (var n : take(place, Named.Kind.LAYER)) {
            for (var name : n.names()) {
                layers.add(Integer.valueOf(name));
            }
        }
        return layers.stream().distinct().toList();
    }

    /** "L5 pyramidal", "L2/3 pyramidal": the layer belongs to the words of the class. */
    static String className(Named named, List<Integer> layers) {
        var name = named.name();
        boolean own = name.length() >= 2 && OWN_LAYER.contains(name.substring(0, 2));
        if (own || layers.isEmpty() || layers.size() > 2) {
            return name;
        }
        return layers.size() == 1
                ? "L" + layers.getFirst() + " " + name
                : layers.equals(List.of(2, 3)) ? "L2/3 " + name : name;
    }

    /** "one L5 cell", "10 excitatory cells". */
    Optional<Double> count(Predicate<Integer> place) {
        for (var a : r.free(Dimension.NUMBER)) {
            if (place.test(a.from()) && a.form() == Amount.Form.ONE && cellNear(a)) {
                r.take(a);
                return Optional.of(a.value());
            }
        }
        return single(place);
    }

    private boolean cellNear(Amount a) {
        var u = r.u();
        for (int i = a.to(); i < Math.min(u.size(), a.to() + NEAR); i++) {
            int at = i;
            boolean cell = u.between(at, at + 1, "thing.cell", "thing.neuron", "class.inhibitory")
                    || u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).stream()
                            .anyMatch(n -> n.from() <= at && at < n.to());
            if (cell && !u.between(a.to(), at, "word.seed")) {
                return true;
            }
            if (u.amounts().stream().anyMatch(o -> o.from() == at)) {
                return false;
            }
        }
        return false;
    }

    /** "a pyramidal cell", "un neurone": the article counts; only where the noun stands in the singular. */
    private Optional<Double> single(Predicate<Integer> place) {
        var u = r.u();
        for (int i = 0; i < u.size(); i++) {
            if (place.test(i) && Articles.isSingle(u.word(i)) && Articles.singularCellFollows(u, i + 1)) {
                return Optional.of(1.0);
            }
        }
        return Optional.empty();
    }
}
